# verdict: wrong
# mistake: The bias gradient is squeezed, so a layer with a single neuron returns a number without axes instead of shape (1,).
import numpy as np


def dense_backward(grad_output, x, weight):
    dx = grad_output @ weight
    dweight = grad_output.T @ x
    dbias = np.sum(grad_output, axis=0, keepdims=True).squeeze()
    return dx, dweight, dbias
