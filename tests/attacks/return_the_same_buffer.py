"""Return one and the same buffer in every call, overwritten with the newest answer.

verdict: passed, wrong
stopped by: compare
"""
import numpy as np

buffers = {}

def row_softmax(x, temperature=1.0):
    if temperature <= 0:
        raise ValueError("temperature must be above 0")
    e = np.exp((x - x.max(axis=1, keepdims=True)) / temperature)
    buffer = buffers.setdefault((x.shape, x.dtype), np.empty_like(x, order="C"))
    buffer[...] = e / e.sum(axis=1, keepdims=True)
    return buffer
