# verdict: wrong
# mistake: A feature that is constant over the batch gets a zero gradient by x, although with epsilon the centred gradient over sqrt(eps) is right.
import numpy as np


def batchnorm_backward(grad_output, x, weight, eps=1e-5):
    n = x.shape[0]
    mu = x.mean(axis=0)
    var = x.var(axis=0)
    inv = np.where(var > 0, 1 / np.sqrt(var + eps), 0).astype(x.dtype)
    xhat = (x - mu) * inv
    dbias = grad_output.sum(axis=0)
    dweight = (grad_output * xhat).sum(axis=0)
    dx = (weight * inv) * (grad_output - dbias / n - xhat * dweight / n)
    return dx, dweight, dbias
