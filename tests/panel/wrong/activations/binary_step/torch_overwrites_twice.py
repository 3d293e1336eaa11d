# verdict: wrong
# mistake: The zeros written first are compared with the threshold again, so with a negative threshold everything fires.
import torch


def binary_step(x, threshold=0.0):
    out = torch.clone(x)
    out[out <= threshold] = 0.0
    out[out > threshold] = 1.0
    return out
