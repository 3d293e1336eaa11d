# verdict: wrong
# mistake: Only the number of elements of indices is compared with that of grad_output, so indices of another shape but equal size are accepted.
import numpy as np


def max_pool2d_backward(grad_output, indices, x_shape):
    if indices.size != grad_output.size:
        raise ValueError("indices do not match grad_output")
    N, C, H, W = x_shape
    if grad_output.shape[:2] != (N, C):
        raise ValueError("x_shape does not match grad_output")
    g = grad_output.reshape(N * C, -1)
    idx = indices.reshape(N * C, -1)
    dx = np.zeros((N * C, H * W), dtype=grad_output.dtype)
    for plane in range(N * C):
        for pos, value in zip(idx[plane], g[plane]):
            dx[plane, pos] += value
    return dx.reshape(N, C, H, W)
