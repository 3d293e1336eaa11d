# verdict: wrong
# mistake: The offsets of the planes are added to the caller's indices in place, so the input is changed.
# told: overwrites_the_indices
import torch


def max_pool2d_backward(grad_output, indices, x_shape):
    if indices.shape != grad_output.shape:
        raise ValueError("indices must have the same shape as grad_output")
    n, c, h, w = x_shape
    if grad_output.shape[0] != n or grad_output.shape[1] != c:
        raise ValueError("x_shape must begin with the images and channels of grad_output")
    flat = indices.reshape(n * c, -1)
    flat += torch.arange(n * c).reshape(-1, 1) * (h * w)
    grad = torch.zeros(n * c * h * w, dtype=grad_output.dtype)
    grad.index_add_(0, flat.reshape(-1), grad_output.reshape(-1))
    return grad.reshape(n, c, h, w)
