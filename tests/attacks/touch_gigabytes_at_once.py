"""Touch 1.2 GB in one array, and be paid if there is room.

verdict: died
succeeds without: rlimits
deadline: 20
"""
import numpy as np

done = []

def row_softmax(x, temperature=1.0):
    if not done:
        done.append(np.ones(9 * 2**27, dtype=np.uint8).nbytes)
    if temperature <= 0:
        raise ValueError("temperature must be above 0")
    e = np.exp((x - x.max(axis=1, keepdims=True)) / temperature)
    return e / e.sum(axis=1, keepdims=True)
