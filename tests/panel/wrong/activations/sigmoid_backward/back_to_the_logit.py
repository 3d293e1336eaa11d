# verdict: wrong
# mistake: It recovers x by a logarithm and takes e^-x / (1 + e^-x)^2, which is inf/inf = NaN at y = 0.
# told: goes_back_to_the_logit
import numpy as np


def sigmoid_backward(grad_output, y):
    with np.errstate(all="ignore"):
        x = np.log(y / (1 - y))
        e = np.exp(-x)
        return grad_output * (e / (1 + e) ** 2)
