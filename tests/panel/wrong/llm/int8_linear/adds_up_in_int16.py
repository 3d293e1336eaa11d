# verdict: wrong
# mistake: Adds the products up in int16, which a product just fits but a sum of three large ones does not.
# told: adds_up_in_int16
import numpy as np


def int8_linear(x, q_weight, scale, bias):
    sx = np.abs(x).max(axis=1, keepdims=True) / 127
    sx = np.where(sx == 0, 1, sx).astype(x.dtype)
    qx = np.rint(x / sx).astype(np.int16)  # 15 bits are enough for a product of two bytes
    acc = qx @ q_weight.astype(np.int16).T
    return (acc * sx * scale.T + bias).astype(x.dtype)
