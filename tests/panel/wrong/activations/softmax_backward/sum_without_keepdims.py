# verdict: raised
# mistake: The sum loses its axis, so with dim=-1 a batch does not broadcast, or broadcasts wrongly if it is square.
# told: forgets_keepdims
import numpy as np


def softmax_backward(grad_output, y, dim=-1):
    inner = np.sum(grad_output * y, axis=dim)
    return y * (grad_output - inner)
