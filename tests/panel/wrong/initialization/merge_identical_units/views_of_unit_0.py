# verdict: wrong
# mistake: Returns slices of weight1 and bias1, which are views and not new arrays.
# told: returns_views
import numpy as np


def merge_identical_units(weight1, bias1, weight2, tol=1e-6):
    if np.any(np.abs(weight1 - weight1[0]) > tol):
        raise ValueError("weight1: not all units are identical")
    if np.any(np.abs(bias1 - bias1[0]) > tol):
        raise ValueError("bias1: not all units are identical")
    return weight1[:1], bias1[:1], weight2.sum(axis=1, keepdims=True)
