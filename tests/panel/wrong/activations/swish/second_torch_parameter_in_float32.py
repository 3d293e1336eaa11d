# verdict: wrong
# mistake: torch.tensor(beta) is float32, so a float64 input meets a beta that is right to seven digits only.
import torch


def swish(x, beta=1.0):
    b = torch.tensor(float(beta))
    return x * torch.sigmoid(b * x)
