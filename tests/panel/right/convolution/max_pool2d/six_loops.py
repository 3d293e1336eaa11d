# verdict: passed
# style: plain nested loops that compare pixel by pixel
import numpy as np


def max_pool2d(x, kernel_size, stride=None):
    if stride is None:
        stride = kernel_size
    n, c, h, w = x.shape
    if kernel_size < 1 or kernel_size > h or kernel_size > w:
        raise ValueError("kernel_size must be between 1 and the image's height and width")
    if stride < 1:
        raise ValueError("stride must be at least 1")
    oh = (h - kernel_size) // stride + 1
    ow = (w - kernel_size) // stride + 1
    y = np.zeros((n, c, oh, ow), dtype=x.dtype)
    indices = np.zeros((n, c, oh, ow), dtype=np.int64)
    for a in range(n):
        for b in range(c):
            for i in range(oh):
                for j in range(ow):
                    best_r, best_q = i * stride, j * stride
                    for r in range(i * stride, i * stride + kernel_size):
                        for q in range(j * stride, j * stride + kernel_size):
                            if x[a, b, r, q] > x[a, b, best_r, best_q]:
                                best_r, best_q = r, q
                    y[a, b, i, j] = x[a, b, best_r, best_q]
                    indices[a, b, i, j] = best_r * w + best_q
    return y, indices
