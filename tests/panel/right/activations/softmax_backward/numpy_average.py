# verdict: passed
# style: np.average with the probabilities as weights
import numpy as np


def softmax_backward(grad_output, y, dim=-1):
    expected = np.average(grad_output, axis=dim, weights=y)
    surprise = grad_output - np.expand_dims(expected, dim)
    return (surprise * y).astype(y.dtype)
