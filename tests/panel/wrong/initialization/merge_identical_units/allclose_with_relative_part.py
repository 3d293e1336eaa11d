# verdict: wrong
# mistake: np.allclose adds its default relative tolerance of 1e-5, so large weights may differ by more than tol.
# told: compares_relatively
import numpy as np


def merge_identical_units(weight1, bias1, weight2, tol=1e-6):
    if not np.allclose(weight1, weight1[:1], atol=tol):
        raise ValueError("weight1: hidden units are not identical")
    if not np.allclose(bias1, bias1[0], atol=tol):
        raise ValueError("bias1: hidden units are not identical")
    return weight1[:1].copy(), bias1[:1].copy(), weight2.sum(axis=1, keepdims=True)
