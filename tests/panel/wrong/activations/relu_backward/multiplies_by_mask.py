# verdict: wrong
# mistake: Multiplying by a 0/1 mask turns an infinite gradient above a closed unit into NaN instead of 0.
# told: multiplies_by_a_mask
import numpy as np


def relu_backward(grad_output, x):
    mask = (x > 0).astype(x.dtype)
    return np.asarray(grad_output * mask)
