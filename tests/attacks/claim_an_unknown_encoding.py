# Hand-in
# -*- coding: no-such-code -*-
"""Claim an encoding that does not exist, in the second line.

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
