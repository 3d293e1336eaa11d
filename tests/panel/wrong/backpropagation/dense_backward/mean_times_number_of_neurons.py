# verdict: wrong
# mistake: The bias gradient is the mean over the batch times the number of neurons, where it must be times the number of samples, that is the plain sum over samples.
import numpy as np


def dense_backward(grad_output, x, weight):
    n_out = weight.shape[0]
    dx = np.dot(grad_output, weight)
    dweight = np.dot(grad_output.T, x)
    dbias = n_out * grad_output.mean(axis=0)
    return dx, dweight, dbias
