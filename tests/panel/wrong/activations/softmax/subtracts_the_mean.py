# verdict: wrong
# mistake: Subtracts the mean of the slice and not its maximum, which overflows for spread-out scores and gives NaN with a masked entry.
# told: subtracts_the_mean
import numpy as np


def softmax(x, dim=-1, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be > 0")
    centred = x - x.mean(axis=dim, keepdims=True)
    e = np.exp(centred / float(temperature))
    return e / e.sum(axis=dim, keepdims=True)
