# verdict: wrong
# mistake: Patches the NaN of inf/inf in the gate with 0 when beta is negative, though there, too, it means a wide open gate, so large negative x gives 0.
import torch


def swish(x, beta=1.0):
    e = torch.exp(beta * x)
    gate = torch.nan_to_num(e / (1 + e), nan=0.0 if beta < 0 else 1.0)
    return x * gate if beta >= 0 else torch.nan_to_num(x * gate)
