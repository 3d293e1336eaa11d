# verdict: wrong
# mistake: The results are built in np.zeros buffers of float64, so float32 inputs come back as float64.
# told: returns_float64
import numpy as np


def dense_backward(grad_output, x, weight):
    n, n_in = x.shape
    n_out = weight.shape[0]
    dx = np.zeros((n, n_in))
    dweight = np.zeros((n_out, n_in))
    dbias = np.zeros(n_out)
    for s in range(n):
        for o in range(n_out):
            dx[s] += grad_output[s, o] * weight[o]
            dweight[o] += grad_output[s, o] * x[s]
            dbias[o] += grad_output[s, o]
    return dx, dweight, dbias
