# verdict: wrong
# mistake: The gradients of weight and bias are summed over the first axis only, not over all axes but the last.
# told: adds_up_the_first_axis_only
import numpy as np


def layer_norm_backward(grad_output, x, weight, eps=1e-5):
    xc = x - x.mean(-1, keepdims=True)
    inv = 1 / np.sqrt((xc ** 2).mean(-1, keepdims=True) + eps)
    xhat = xc * inv
    gw = grad_output * weight
    dx = inv * (gw - gw.mean(-1, keepdims=True) - xhat * (gw * xhat).mean(-1, keepdims=True))
    dweight = grad_output * xhat
    dbias = grad_output.copy()
    if x.ndim > 1:
        dweight = dweight.sum(axis=0)
        dbias = dbias.sum(axis=0)
    return dx, dweight, dbias
