# verdict: wrong
# mistake: The gradient by x is built up inside grad_output to save memory, so an input is overwritten and returned.
# told: overwrites_grad_output
import numpy as np


def batchnorm_backward(grad_output, x, weight, eps=1e-5):
    xc = x - x.mean(axis=0)
    std = np.sqrt(np.mean(xc ** 2, axis=0) + eps)
    xc /= std
    dbias = grad_output.sum(axis=0)
    dweight = np.einsum("nd,nd->d", grad_output, xc)
    dx = grad_output
    dx -= dbias / len(x)
    dx -= xc * (dweight / len(x))
    dx *= weight / std
    return dx, dweight, dbias
