# verdict: wrong
# mistake: Asks `if padding_idx`, so padding with token 0, the most common choice, is trained after all.
# told: takes_zero_for_none
import numpy as np


def embedding_backward(grad_output, input, num_weights, padding_idx=None):
    if padding_idx and not 0 <= padding_idx < num_weights:
        raise ValueError("padding_idx must lie in [0, num_weights)")
    grad = np.zeros((num_weights, grad_output.shape[-1]), grad_output.dtype)
    np.add.at(grad, input, grad_output)
    if padding_idx:
        grad[padding_idx] = 0
    return grad
