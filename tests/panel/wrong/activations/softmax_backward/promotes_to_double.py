# verdict: wrong
# mistake: It sums in float64 for accuracy and forgets to cast back, so float32 in gives float64 out.
# told: returns_float64
import numpy as np


def softmax_backward(grad_output, y, dim=-1):
    inner = np.sum(grad_output * y, axis=dim, keepdims=True, dtype=np.float64)
    return y * (grad_output - inner)
