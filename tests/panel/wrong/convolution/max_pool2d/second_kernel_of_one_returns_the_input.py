# verdict: wrong
# mistake: For a 1x1 window with stride 1 the image itself is returned and not a new array.
import numpy as np


def max_pool2d(x, kernel_size, stride=None):
    if stride is None:
        stride = kernel_size
    n, c, h, w = x.shape
    if kernel_size < 1 or kernel_size > h or kernel_size > w:
        raise ValueError("kernel_size must be between 1 and the size of the image")
    if stride < 1:
        raise ValueError("stride must be at least 1")
    numbers = np.broadcast_to(np.arange(h * w, dtype=np.int64).reshape(h, w), x.shape)
    if kernel_size == stride == 1:
        return x, numbers.copy()
    oh, ow = (h - kernel_size) // stride + 1, (w - kernel_size) // stride + 1
    y = np.empty((n, c, oh, ow), x.dtype)
    indices = np.empty((n, c, oh, ow), np.int64)
    for i in range(oh):
        for j in range(ow):
            s = np.s_[:, :, i * stride : i * stride + kernel_size, j * stride : j * stride + kernel_size]
            a = x[s].reshape(n, c, -1)
            pick = a.argmax(-1)[..., None]
            y[:, :, i, j] = np.take_along_axis(a, pick, -1)[..., 0]
            indices[:, :, i, j] = np.take_along_axis(numbers[s].reshape(n, c, -1), pick, -1)[..., 0]
    return y, indices
