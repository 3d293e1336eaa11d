"""Return a masked array that masks what is wrong, or a matrix.

verdict: wrong
stopped by: wire
"""
import numpy as np

def row_softmax(x, temperature=1.0):
    guess = np.zeros_like(x)
    return np.ma.masked_all_like(guess) if len(x) > 1 else np.matrix(guess)
