# verdict: raised
# mistake: A batch of one image is rejected even when it has many pixels, although one image with two pixels is fine.
# told: refuses_a_single_image
import numpy as np


def batchnorm2d_forward(x, weight, bias, eps=1e-5):
    if x.shape[0] < 2:
        raise ValueError("x must contain at least two images")
    axes = (0, 2, 3)
    mu = x.mean(axis=axes, keepdims=True)
    var = x.var(axis=axes, keepdims=True)
    return (x - mu) / np.sqrt(var + eps) * weight[:, None, None] + bias[:, None, None]
