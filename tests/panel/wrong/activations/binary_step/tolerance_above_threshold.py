# verdict: wrong
# mistake: A tolerance is added to the threshold, so an element just above it does not fire.
# told: rounds_a_sigmoid
import numpy as np


def binary_step(x, threshold=0.0):
    tol = np.finfo(x.dtype).eps
    return np.asarray(x - threshold > tol).astype(x.dtype)
