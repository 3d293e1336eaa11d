# verdict: passed
# style: loop over samples, each adding its outer product
import numpy as np


def dense_backward(grad_output, x, weight):
    n_samples = x.shape[0]
    dx = np.zeros_like(x)
    dweight = np.zeros_like(weight)
    dbias = np.zeros(weight.shape[0], dtype=weight.dtype)
    for n in range(n_samples):
        g = grad_output[n]
        dx[n] = (weight * g[:, None]).sum(axis=0)
        dweight += np.multiply.outer(g, x[n])
        dbias += g
    return dx, dweight, dbias
