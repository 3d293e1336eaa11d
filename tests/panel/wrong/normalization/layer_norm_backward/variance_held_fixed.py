# verdict: wrong
# mistake: The gradient flows through the mean but the variance is treated as a constant, so the term with x_hat is missing.
# told: takes_the_variance_for_a_constant
import numpy as np


def layer_norm_backward(grad_output, x, weight, eps=1e-5):
    d = x.shape[-1]
    xc = x - x.mean(axis=-1, keepdims=True)
    std = np.sqrt((xc * xc).mean(axis=-1, keepdims=True) + eps)
    dxhat = grad_output * weight
    dx = (dxhat - dxhat.mean(axis=-1, keepdims=True)) / std
    dweight = (grad_output * xc / std).reshape(-1, d).sum(axis=0)
    dbias = grad_output.reshape(-1, d).sum(axis=0)
    return dx, dweight, dbias
