# verdict: wrong
# mistake: The mean is subtracted in place, so the caller's x is changed and returned as the result.
# told: overwrites_x
import numpy as np


def layer_norm(x, weight, bias, eps=1e-5):
    out = np.asarray(x)
    out -= out.mean(axis=-1, keepdims=True)
    out /= np.sqrt(np.mean(out ** 2, axis=-1, keepdims=True) + eps)
    out *= weight
    out += bias
    return out
