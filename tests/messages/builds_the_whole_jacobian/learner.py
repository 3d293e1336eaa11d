# grades: activations/softmax_backward
import numpy as np


def softmax_backward(grad_output, y, dim=-1):
    y = np.moveaxis(y, dim, -1)
    g = np.moveaxis(grad_output, dim, -1)
    jacobian = np.eye(y.shape[-1]) * y[..., None, :] - y[..., :, None] * y[..., None, :]
    return np.moveaxis((jacobian @ g[..., None])[..., 0].astype(y.dtype), -1, dim)
