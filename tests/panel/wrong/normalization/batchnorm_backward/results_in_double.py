# verdict: wrong
# mistake: Everything is computed in float64 and returned so, although with float32 arrays the results must be float32.
import numpy as np


def batchnorm_backward(grad_output, x, weight, eps=1e-5):
    g, x, w = (np.asarray(a, dtype=np.float64) for a in (grad_output, x, weight))
    xc = x - x.mean(0)
    std = np.sqrt((xc * xc).mean(0) + eps)
    xhat = xc / std
    gw = g * w
    dx = (gw - gw.mean(0) - xhat * (gw * xhat).mean(0)) / std
    return dx, (g * xhat).sum(0), g.sum(0)
