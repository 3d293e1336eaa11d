# verdict: passed
# style: list comprehension with Python floats, cast back to the dtype at the end
import numpy as np


def sigmoid_backward(grad_output, y):
    pairs = zip(grad_output.ravel().tolist(), y.ravel().tolist())
    values = [g * (s * (1 - s)) for g, s in pairs]
    return np.array(values, dtype=y.dtype).reshape(y.shape)
