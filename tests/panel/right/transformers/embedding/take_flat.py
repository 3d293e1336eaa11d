# verdict: passed
# style: NumPy, np.take on the flattened numbers and a reshape
import numpy as np


def embedding(input, weight):
    input = np.asarray(input)
    n_tokens, width = weight.shape
    flat = input.reshape(input.size)
    if np.any(flat < 0) or np.any(flat >= n_tokens):
        raise ValueError(f"input must hold numbers from 0 to {n_tokens - 1}")
    return np.take(weight, flat.astype(np.intp), axis=0).reshape(input.shape + (width,))
