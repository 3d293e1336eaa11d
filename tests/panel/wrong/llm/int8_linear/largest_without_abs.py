# verdict: wrong
# mistake: Takes the largest value of a row instead of the largest absolute value for its scale.
import numpy as np


def int8_linear(x, q_weight, scale, bias):
    top = x.max(axis=1, keepdims=True)
    sx = np.where(top != 0, top / 127, np.ones_like(top))
    qx = np.round(x / sx).astype(np.int64)
    qx = np.clip(qx, -127, 127)
    y = np.einsum("ni,oi->no", qx, q_weight.astype(np.int64))
    return (y * (sx * scale[:, 0]) + bias).astype(x.dtype)
