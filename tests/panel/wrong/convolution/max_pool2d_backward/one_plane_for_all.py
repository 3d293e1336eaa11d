# verdict: wrong
# mistake: The indices are used as positions in the whole batch; they start at 0 again for each channel of each image.
# told: puts_all_into_the_first_channel
import numpy as np


def max_pool2d_backward(grad_output, indices, x_shape):
    if indices.shape != grad_output.shape:
        raise ValueError("indices must have the shape of grad_output")
    if tuple(x_shape[:2]) != grad_output.shape[:2]:
        raise ValueError("x_shape has other numbers of images and channels")
    dx = np.zeros(np.prod(x_shape), dtype=grad_output.dtype)
    np.add.at(dx, indices.ravel(), grad_output.ravel())
    return dx.reshape(x_shape)
