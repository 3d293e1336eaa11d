# verdict: raised
# mistake: It multiplies by np.diag of the slopes, which works for one axis only; a batch takes the diagonal of the batch and fails.
# told: builds_a_diagonal_matrix
import numpy as np


def sigmoid_backward(grad_output, y):
    jacobian = np.diag(y * (1 - y))
    return jacobian.dot(grad_output).reshape(y.shape)
