# grades: convolution/conv2d
import numpy as np


def conv2d(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, [(0, 0), (0, 0), (padding, padding), (padding, padding)])
    rows = (x.shape[2] - weight.shape[2]) // stride + 1
    columns = (x.shape[3] - weight.shape[3]) // stride + 1
    y = np.zeros((x.shape[0], weight.shape[0], rows, columns), x.dtype)
    for i in range(rows):
        for j in range(columns):
            part = x[:, :, i * stride : i * stride + weight.shape[2], j * stride : j * stride + weight.shape[3]]
            y[:, :, i, j] = np.einsum("ncuv,ocuv->no", part, weight) + bias
    return y
