# verdict: wrong
# mistake: Each channel is normalized in place through a view, so the caller's images are overwritten and returned.
# told: overwrites_x
import numpy as np


def batchnorm2d_forward(x, weight, bias, eps=1e-5):
    n, c, h, w = x.shape
    if n * h * w < 2:
        raise ValueError("x has only one number per channel")
    for k in range(c):
        plane = x[:, k]
        plane -= plane.mean()
        plane *= weight[k] / np.sqrt((plane ** 2).mean() + eps)
        plane += bias[k]
    return x
