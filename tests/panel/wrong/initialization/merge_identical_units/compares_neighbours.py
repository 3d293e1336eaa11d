# verdict: wrong
# mistake: Compares each unit with the one before it instead of with unit 0, so small differences may add up unnoticed.
# told: compares_neighbours
import numpy as np


def merge_identical_units(weight1, bias1, weight2, tol=1e-6):
    if (np.abs(np.diff(weight1, axis=0)) > tol).any():
        raise ValueError("weight1 has units that are not identical")
    if (np.abs(np.diff(bias1)) > tol).any():
        raise ValueError("bias1 has units that are not identical")
    return weight1[[0]], bias1[[0]], weight2.sum(axis=1)[:, None]
