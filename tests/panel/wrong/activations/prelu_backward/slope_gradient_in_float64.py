# verdict: wrong
# mistake: dweight is collected in a default float64 array, so float32 inputs get a float64 gradient.
import numpy as np


def prelu_backward(grad_output, x, weight):
    N, C = x.shape[:2]
    if weight.shape != (C,):
        raise ValueError("weight must have shape (C,)")
    dx = grad_output.copy()
    dweight = np.zeros(C)
    for n in range(N):
        for c in range(C):
            closed = x[n, c] <= 0
            dx[n, c] = np.where(closed, weight[c] * grad_output[n, c], grad_output[n, c])
            dweight[c] += np.sum(grad_output[n, c] * x[n, c] * closed)
    return dx, dweight
