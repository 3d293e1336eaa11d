# verdict: passed
# style: plain loop over all indices into an empty array of the same dtype
import numpy as np


def hadamard(input, other):
    if input.shape != other.shape:
        raise ValueError(f"other must have the shape of input, {input.shape}, and has {other.shape}")
    out = np.empty(input.shape, dtype=input.dtype)
    for index in np.ndindex(*input.shape):
        out[index] = input[index] * other[index]
    return out
