# verdict: passed
# style: flatten to rows, then step by step through variance and mean as in a computational graph, double inside
import numpy as np


def layer_norm_backward(grad_output, x, weight, eps=1e-5):
    d = x.shape[-1]
    g = grad_output.reshape(-1, d).astype(np.float64)
    z = x.reshape(-1, d).astype(np.float64)
    w = weight.astype(np.float64)

    # forward again
    z = z - z[:, :1]
    centred = z - z.mean(axis=1, keepdims=True)
    std = np.sqrt((centred ** 2).mean(axis=1, keepdims=True) + eps)
    x_hat = centred / std

    # backward, node by node
    d_bias = g.sum(axis=0)
    d_weight = (g * x_hat).sum(axis=0)
    d_xhat = g * w
    d_std = -(d_xhat * centred).sum(axis=1, keepdims=True) / std ** 2
    d_var = d_std / (2 * std)
    d_centred = d_xhat / std + d_var * 2 * centred / d
    dx = d_centred - d_centred.sum(axis=1, keepdims=True) / d

    t = x.dtype
    return dx.reshape(x.shape).astype(t), d_weight.astype(t), d_bias.astype(t)
