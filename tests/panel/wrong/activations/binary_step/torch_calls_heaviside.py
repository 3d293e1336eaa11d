# verdict: forbidden
# mistake: It calls torch.heaviside, which the exercise asks to do without.
import torch


def binary_step(x, threshold=0.0):
    shifted = x - threshold
    return torch.heaviside(shifted, torch.zeros((), dtype=x.dtype))
