"""Name the function otherwise than it is asked for.

verdict: raised
stopped by: loading
"""
import numpy as np

def row_softmx(x, temperature=1.0):
    if temperature <= 0:
        raise ValueError("temperature must be above 0")
    e = np.exp((x - x.max(axis=1, keepdims=True)) / temperature)
    return e / e.sum(axis=1, keepdims=True)
