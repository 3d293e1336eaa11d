# verdict: wrong
# mistake: Axes of length one are dropped before the shapes are compared, so (3, 1) and (3,) pass for the same shape and are broadcast.
# told: compares_the_number_of_entries
import torch


def hadamard(input, other):
    if input.squeeze().shape != other.squeeze().shape:
        raise ValueError(f"other must have the shape of input, {tuple(input.shape)}, and has {tuple(other.shape)}")
    return torch.mul(input, other)
