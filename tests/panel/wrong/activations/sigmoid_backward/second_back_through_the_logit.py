# verdict: wrong
# mistake: Recovers x by the logit and clips it at +-36, so a saturated unit gets a slope of 2e-16 instead of exactly zero, and slopes below that are lost.
import numpy as np


def sigmoid_backward(grad_output, y):
    with np.errstate(divide="ignore"):
        x = np.log(y) - np.log1p(-y)
    x = np.clip(x, -36, 36)
    e = np.exp(-np.abs(x))
    return (grad_output * e / (1 + e) ** 2).astype(y.dtype)
