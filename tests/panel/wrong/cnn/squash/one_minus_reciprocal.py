# verdict: wrong
# mistake: The new length is computed as 1 - 1/(1 + l^2), which cancels to zero for short capsules instead of being right to rounding.
# told: subtracts_from_one
import numpy as np


def squash(s, dim=-1):
    squared = np.sum(s * s, axis=dim, keepdims=True)
    length = np.sqrt(squared)
    new_length = 1 - 1 / (1 + squared)
    direction = np.divide(s, length, out=np.zeros_like(s), where=length > 0)
    return new_length * direction
