# verdict: wrong
# mistake: The product is written into the first argument and that is returned, so the input is changed and no new array is made.
# told: overwrites_input
import torch


def hadamard(input, other):
    if input.shape != other.shape:
        raise ValueError(f"other must have the shape {tuple(input.shape)}, has {tuple(other.shape)}")
    result = input.detach()
    result *= other
    return result
