# verdict: passed
# style: the sum over the batch as a row vector of ones times the matrix
import numpy as np


def dense_bias_grad(grad_output, shared=False):
    n, h = grad_output.shape
    over_batch = np.ones(n, dtype=grad_output.dtype) @ grad_output
    if shared:
        return over_batch @ np.ones(h, dtype=grad_output.dtype)
    return over_batch
