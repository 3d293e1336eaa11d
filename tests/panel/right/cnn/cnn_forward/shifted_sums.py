# verdict: passed
# style: NumPy, one helper per layer, convolution as a sum over kernel offsets, pooling by four strided slices
import numpy as np


def convolve(x, weight, bias):
    kh, kw = weight.shape[2:]
    oh = x.shape[2] - kh + 1
    ow = x.shape[3] - kw + 1
    out = np.zeros((weight.shape[0], x.shape[0], oh, ow), dtype=x.dtype)
    for u in range(kh):
        for v in range(kw):
            shifted = x[:, :, u : u + oh, v : v + ow]
            out += np.tensordot(weight[:, :, u, v], shifted, axes=(1, 1))
    out += bias.reshape(-1, 1, 1, 1)
    return out.transpose(1, 0, 2, 3)


def pool(a):
    ph, pw = a.shape[2] // 2, a.shape[3] // 2
    a = a[:, :, : 2 * ph, : 2 * pw]
    top = np.maximum(a[:, :, 0::2, 0::2], a[:, :, 0::2, 1::2])
    bottom = np.maximum(a[:, :, 1::2, 0::2], a[:, :, 1::2, 1::2])
    return np.maximum(top, bottom)


def cnn_forward(x, params):
    maps = convolve(x, params["conv.weight"], params["conv.bias"])
    pooled = pool(np.where(maps > 0, maps, np.zeros_like(maps)))
    n, o, ph, pw = pooled.shape
    flat = pooled.reshape(n, o * ph * pw)
    return np.dot(flat, params["fc.weight"].T) + params["fc.bias"]
