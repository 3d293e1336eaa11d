# verdict: wrong
# mistake: A row of zeros is divided by the scale 0 and comes out as garbage instead of the bias.
# told: divides_zeros_by_zero
import numpy as np


def int8_linear(x, q_weight, scale, bias):
    s = np.max(np.abs(x), axis=1, keepdims=True) / 127
    q = np.rint(x / s)
    acc = q @ q_weight.T.astype(np.float64)  # whole numbers below 2**53 are exact
    return (s * scale.T * acc + bias).astype(x.dtype)
