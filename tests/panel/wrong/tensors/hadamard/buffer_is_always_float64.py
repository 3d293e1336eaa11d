# verdict: wrong
# mistake: The buffer is made by np.zeros without a dtype, so the product of two float32 arrays comes out as float64.
# told: returns_float64
import numpy as np


def hadamard(input, other):
    if input.shape != other.shape:
        raise ValueError(f"other must have the shape of input, {input.shape}, and has {other.shape}")
    result = np.zeros(input.shape)
    np.multiply(input, other, out=result)
    return result
