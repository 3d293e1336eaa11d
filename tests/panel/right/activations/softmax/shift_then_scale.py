# verdict: passed
# style: the short vectorised version, shift before scaling
import numpy as np


def softmax(x, dim=-1, temperature=1.0):
    if not temperature > 0:
        raise ValueError(f"temperature must be above 0, got {temperature}")
    e = np.exp((x - x.max(axis=dim, keepdims=True)) / float(temperature))
    return e / e.sum(axis=dim, keepdims=True)
