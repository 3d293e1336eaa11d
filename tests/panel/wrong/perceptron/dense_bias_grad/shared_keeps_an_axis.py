# verdict: wrong
# mistake: With shared=True it returns an array of shape (1,) instead of a single number.
import numpy as np


def dense_bias_grad(grad_output, shared=False):
    if shared:
        # the shared bias has shape (1,), so that it broadcasts over the neurons
        return grad_output.sum(axis=0).sum(keepdims=True)
    return grad_output.sum(axis=0)
