# verdict: wrong
# mistake: Height and width are swapped when the channels are flattened but not when they are unflattened, so the pixels are scrambled.
import numpy as np


def batchnorm2d_forward(x, weight, bias, eps=1e-5):
    n, c, h, w = x.shape
    if n * h * w < 2:
        raise ValueError("x needs two numbers per channel")
    flat = x.transpose(1, 0, 3, 2).reshape(c, -1)
    flat = flat - flat.mean(axis=1, keepdims=True)
    flat = flat / np.sqrt((flat ** 2).mean(axis=1, keepdims=True) + eps)
    flat = flat * weight[:, None] + bias[:, None]
    return flat.reshape(c, n, h, w).transpose(1, 0, 2, 3)
