# verdict: wrong
# mistake: grad_output is multiplied by the weight in place, so the caller's gradient is changed.
# told: overwrites_grad_output
import numpy as np


def layer_norm_backward(grad_output, x, weight, eps=1e-5):
    mu = np.mean(x, axis=-1, keepdims=True)
    std = np.sqrt(np.mean((x - mu) ** 2, axis=-1, keepdims=True) + eps)
    x_hat = (x - mu) / std
    over = tuple(range(x.ndim - 1))
    dbias = np.sum(grad_output, axis=over)
    dweight = np.sum(grad_output * x_hat, axis=over)
    dx = grad_output
    dx *= weight
    dx = dx - dx.mean(-1, keepdims=True) - x_hat * (dx * x_hat).mean(-1, keepdims=True)
    return dx / std, dweight, dbias
