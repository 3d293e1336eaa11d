# verdict: wrong
# mistake: Asks the sum for float64 and never casts back, so float32 arguments give float64.
# told: returns_float64
import numpy as np


def softmax_backward(grad_output, y, dim=-1):
    s = np.sum(grad_output * y, axis=dim, keepdims=True, dtype=np.float64)
    return y * (grad_output - s)
