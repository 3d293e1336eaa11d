"""Open nine hundred descriptors, and be paid if there is room.

verdict: raised
succeeds without: rlimits
"""
import os
import numpy as np

copies = []

def row_softmax(x, temperature=1.0):
    while len(copies) < 900:
        copies.append(os.dup(0))
    if temperature <= 0:
        raise ValueError("temperature must be above 0")
    e = np.exp((x - x.max(axis=1, keepdims=True)) / temperature)
    return e / e.sum(axis=1, keepdims=True)
