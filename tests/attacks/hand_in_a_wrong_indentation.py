"""Hand in a file whose last line goes back to an indentation that was never there.

verdict: raised
stopped by: loading
raw: yes
"""
import numpy as np

def row_softmax(x, temperature=1.0):
    if temperature <= 0:
        raise ValueError("temperature must be above 0")
    e = np.exp((x - x.max(axis=1, keepdims=True)) / temperature)
    return e / e.sum(axis=1, keepdims=True)
  pass
