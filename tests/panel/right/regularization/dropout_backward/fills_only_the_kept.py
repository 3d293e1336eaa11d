# verdict: passed
# style: start from zeros and write the kept positions by a boolean index
import numpy as np


def dropout_backward(grad_output, mask):
    if np.shape(mask) != np.shape(grad_output):
        raise ValueError(f"mask has shape {np.shape(mask)}, expected {np.shape(grad_output)}")
    grad_input = np.zeros(grad_output.shape, dtype=grad_output.dtype)
    kept = mask != 0
    grad_input[kept] = grad_output[kept] * mask[kept]
    return grad_input
