"""Compute the answer and return nothing.

verdict: wrong
stopped by: compare
"""
import numpy as np

def row_softmax(x, temperature=1.0):
    e = np.exp(x / temperature)
    e /= e.sum(axis=1, keepdims=True)
