"""Be a coroutine, whose call computes nothing and returns at once.

verdict: wrong
stopped by: wire
"""
import numpy as np

async def row_softmax(x, temperature=1.0):
    if temperature <= 0:
        raise ValueError("temperature must be above 0")
    e = np.exp((x - x.max(axis=1, keepdims=True)) / temperature)
    return e / e.sum(axis=1, keepdims=True)
