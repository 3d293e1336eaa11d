# verdict: wrong
# mistake: The product is written into grad_output, so the input is changed.
# told: overwrites_grad_output
import numpy as np


def dropout_backward(grad_output, mask):
    if mask.shape != grad_output.shape:
        raise ValueError("mask must have the shape of grad_output")
    np.multiply(grad_output, mask, out=grad_output)
    return grad_output
