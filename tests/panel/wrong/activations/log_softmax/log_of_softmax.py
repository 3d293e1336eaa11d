# verdict: wrong
# mistake: It takes softmax first and the logarithm afterwards, so improbable classes become minus infinity.
# told: takes_the_logarithm_of_softmax
import numpy as np


def softmax(x, axis):
    e = np.exp(x - x.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)


def log_softmax(x, dim=-1):
    with np.errstate(divide="ignore"):
        return np.log(softmax(x, dim))
