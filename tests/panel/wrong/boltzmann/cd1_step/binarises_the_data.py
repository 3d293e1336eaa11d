# verdict: wrong
# mistake: The data are rounded to 0 and 1 first, although entries between them are allowed and enter the formulas as they are.
import numpy as np


def cd1_step(visible, weight, visible_bias, hidden_bias, hidden_uniforms, visible_uniforms, lr):
    def sigma(x):
        return np.exp(-np.logaddexp(0.0, -x))

    dtype = weight.dtype
    v = (visible > 0.5).astype(dtype)
    p = sigma(np.einsum("hv,nv->nh", weight, v) + hidden_bias)
    h = (hidden_uniforms < p).astype(dtype)
    r = (visible_uniforms < sigma(np.einsum("hv,nh->nv", weight, h) + visible_bias)).astype(dtype)
    q = sigma(np.einsum("hv,nv->nh", weight, r) + hidden_bias)
    grad = (p[:, :, None] * v[:, None, :] - q[:, :, None] * r[:, None, :]).mean(axis=0)
    return (
        (weight + lr * grad).astype(dtype),
        (visible_bias + lr * (v - r).mean(axis=0)).astype(dtype),
        (hidden_bias + lr * (p - q).mean(axis=0)).astype(dtype),
    )
