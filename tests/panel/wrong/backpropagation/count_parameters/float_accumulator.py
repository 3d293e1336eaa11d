# verdict: wrong
# mistake: The count goes through float64, so above 2**53 it is rounded and no longer exact.
import numpy as np


def count_parameters(sizes, bias=True):
    if not sizes or any(s < 1 for s in sizes):
        raise ValueError("sizes: at least one width, each at least 1")
    layers = np.array(sizes, dtype=float)
    weights = (layers[:-1] * layers[1:]).sum()
    biases = layers[1:].sum() if bias else 0.0
    return int(weights + biases)
