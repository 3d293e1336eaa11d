# verdict: wrong
# mistake: Only the number of entries is compared, so a column (3, 1) times a row (1, 3) is broadcast to nine numbers and is no error.
# told: compares_the_number_of_entries
import numpy as np


def hadamard(input, other):
    if input.size != other.size:
        raise ValueError(f"other must have the shape of input, {input.shape}, and has {other.shape}")
    return np.multiply(input, other)
