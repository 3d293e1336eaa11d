"""Return a generator that never ends: whoever makes a list of it never comes back.

verdict: wrong
stopped by: wire
"""
import numpy as np

def row_softmax(x, temperature=1.0):
    while True:
        yield np.zeros_like(x)
