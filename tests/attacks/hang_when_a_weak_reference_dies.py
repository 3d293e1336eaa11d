"""Hang in the callback of a weak reference to what the call was given.

verdict: timeout
stopped by: deadline
"""
import time
import weakref
import numpy as np

kept = []

def for_ever(reference):
    while True:
        time.sleep(1)

def row_softmax(x, temperature=1.0):
    result = np.zeros_like(x).view(type("Mortal", (np.ndarray,), {}))
    kept.append(weakref.ref(result, for_ever))
    return None
