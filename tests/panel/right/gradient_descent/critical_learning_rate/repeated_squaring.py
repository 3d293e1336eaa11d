# verdict: passed
# style: repeated squaring of the matrix until only the steepest directions are left, no eigenvalue routine
import math

import numpy as np


def critical_learning_rate(hessian):
    hessian = np.asarray(hessian)
    tolerance = 1e-5 if hessian.dtype.itemsize <= 4 else 1e-10
    a = hessian.astype(np.float64)
    scale = np.abs(a).max()
    if scale == 0:
        return math.inf
    if np.abs(a - a.T).max() > tolerance * scale:
        raise ValueError("hessian must be symmetric")
    h = a / scale
    p = h
    for _ in range(60):  # p becomes the projection onto the steepest directions
        p = p @ p
        p = p / np.abs(p).max()
    largest = float(np.sum(p * h) / np.trace(p)) * float(scale)
    return 2.0 / largest
