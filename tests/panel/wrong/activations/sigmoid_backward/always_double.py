# verdict: wrong
# mistake: The list of Python floats becomes a float64 array, also when the inputs are float32.
# told: returns_float64
import numpy as np


def sigmoid_backward(grad_output, y):
    values = [float(g) * float(s) * (1.0 - float(s)) for g, s in zip(grad_output.ravel(), y.ravel())]
    return np.array(values).reshape(y.shape)
