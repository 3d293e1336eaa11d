# verdict: passed
# style: row loop, Python's round (half to even) in a list comprehension
import numpy as np


def int8_quantize(x):
    n, d = x.shape
    q = np.zeros((n, d), dtype=np.int8)
    scales = np.ones((n, 1), dtype=x.dtype)
    for i in range(n):
        largest = max(x[i].max(), -x[i].min())
        if largest > 0:
            scales[i, 0] = largest / x.dtype.type(127)
            q[i] = [round(v) for v in (x[i] / scales[i, 0]).tolist()]
    return q, scales
