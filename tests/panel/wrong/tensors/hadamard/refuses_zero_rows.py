# verdict: raised
# mistake: Arrays without entries are refused as if they were a mistake of the caller, although zero rows are allowed.
import numpy as np


def hadamard(input, other):
    if not input.size or not other.size:
        raise ValueError("input and other must not be empty")
    if input.shape != other.shape:
        raise ValueError(f"other must have the shape of input, {input.shape}, and has {other.shape}")
    return np.array([a * b for a, b in zip(input.flat, other.flat)], dtype=input.dtype).reshape(input.shape)
