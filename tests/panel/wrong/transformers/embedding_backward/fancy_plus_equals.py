# verdict: wrong
# mistake: Uses grad[input] += g, which keeps only one of the gradients of a token that occurs several times.
# told: keeps_the_last_gradient
import numpy as np


def embedding_backward(grad_output, input, num_weights, padding_idx=None):
    if padding_idx is not None and not 0 <= padding_idx < num_weights:
        raise ValueError("padding_idx out of range")
    grad = np.zeros((num_weights, grad_output.shape[-1]), dtype=grad_output.dtype)
    grad[input] += grad_output
    if padding_idx is not None:
        grad[padding_idx] = 0
    return grad
