"""Return right answers with their bytes in the order of other machines, read-only, backwards and with gaps.

verdict: passed
stopped by: wire
"""
import numpy as np

def row_softmax(x, temperature=1.0):
    if temperature <= 0:
        raise ValueError("temperature must be above 0")
    e = np.exp((x - x.max(axis=1, keepdims=True)) / temperature)
    right = e / e.sum(axis=1, keepdims=True)
    room = np.zeros((2 * len(x), x.shape[1]), dtype=right.dtype.newbyteorder())
    result = room[::2][::-1]
    result[...] = right
    result.flags.writeable = False
    return result
