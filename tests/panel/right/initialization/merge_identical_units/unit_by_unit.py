# verdict: passed
# style: plain loops over units, running sum of the outgoing columns
import numpy as np


def merge_identical_units(weight1, bias1, weight2, tol=1e-6):
    total = np.zeros((weight2.shape[0], 1), dtype=weight2.dtype)
    for h in range(weight1.shape[0]):
        for d in range(weight1.shape[1]):
            if abs(weight1[h, d] - weight1[0, d]) > tol:
                raise ValueError(f"weight1: unit {h} differs from unit 0 at input {d}")
        if abs(bias1[h] - bias1[0]) > tol:
            raise ValueError(f"bias1: unit {h} differs from unit 0")
        total[:, 0] += weight2[:, h]
    return np.array([weight1[0]]), np.array([bias1[0]]), total
