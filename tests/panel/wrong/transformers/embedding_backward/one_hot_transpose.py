# verdict: wrong
# mistake: Multiplies by a one-hot matrix, so a NaN that arrives at a padding place reaches the rows of all other tokens.
import numpy as np


def embedding_backward(grad_output, input, num_weights, padding_idx=None):
    if padding_idx is not None and not 0 <= padding_idx < num_weights:
        raise ValueError("padding_idx must be a row of the table")
    flat = np.asarray(input).ravel()
    one_hot = np.zeros((flat.size, num_weights), dtype=grad_output.dtype)
    one_hot[np.arange(flat.size), flat] = 1
    grad = one_hot.T @ grad_output.reshape(flat.size, grad_output.shape[-1])
    if padding_idx is not None:
        grad[padding_idx] = 0
    return grad
