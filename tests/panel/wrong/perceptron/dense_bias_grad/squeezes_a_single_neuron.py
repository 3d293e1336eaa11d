# verdict: wrong
# mistake: It squeezes the result, so a layer with one neuron gets a number of no axes instead of an array of shape (1,).
import numpy as np


def dense_bias_grad(grad_output, shared=False):
    summed = np.sum(grad_output, axis=0, keepdims=True)
    if shared:
        return np.sum(summed)
    return np.squeeze(summed)
