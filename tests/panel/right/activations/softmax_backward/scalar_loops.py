# verdict: passed
# style: three nested Python loops on a (before, n, after) view, sums in Python floats
import math

import numpy as np


def softmax_backward(grad_output, y, dim=-1):
    if dim < 0:
        dim += y.ndim
    n = y.shape[dim]
    before = math.prod(y.shape[:dim])
    after = math.prod(y.shape[dim + 1:])
    g3 = grad_output.reshape(before, n, after)
    y3 = y.reshape(before, n, after)
    dx = np.zeros((before, n, after), dtype=y.dtype)
    for a in range(before):
        for c in range(after):
            total = 0.0
            for i in range(n):
                total += float(g3[a, i, c]) * float(y3[a, i, c])
            for j in range(n):
                dx[a, j, c] = float(y3[a, j, c]) * (float(g3[a, j, c]) - total)
    return dx.reshape(y.shape)
