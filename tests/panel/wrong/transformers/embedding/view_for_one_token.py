# verdict: wrong
# mistake: For an input without axes it returns a view of the table's row instead of a new array.
import numpy as np


def embedding(input, weight):
    V, D = weight.shape
    if np.any(input < 0) or np.any(input >= V):
        raise ValueError("input must be in [0, V)")
    if np.ndim(input) == 0:
        return weight[int(input)]
    out = np.empty((*input.shape, D), dtype=weight.dtype)
    for place in np.ndindex(*input.shape):
        out[place] = weight[input[place]]
    return out
