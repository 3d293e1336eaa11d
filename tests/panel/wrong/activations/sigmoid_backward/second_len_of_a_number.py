# verdict: raised
# mistake: Loops over range(len(y)), which fails for a number with no axis.
import numpy as np


def sigmoid_backward(grad_output, y):
    out = np.empty_like(y)
    for i in range(len(y)):
        out[i] = grad_output[i] * y[i] * (1 - y[i])
    return out
