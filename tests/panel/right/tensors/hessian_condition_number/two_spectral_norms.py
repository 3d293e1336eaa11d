# verdict: passed
# style: largest and smallest singular value as the matrix norms 2 and -2
import numpy as np


def hessian_condition_number(x):
    n, d = x.shape
    if n < d:
        return float("inf")
    longest = float(np.linalg.norm(x, 2))
    shortest = float(np.linalg.norm(x, -2))
    tolerance = max(n, d) * float(np.finfo(x.dtype).eps) * longest
    if shortest <= tolerance:
        return float("inf")
    ratio = longest / shortest
    return ratio * ratio
