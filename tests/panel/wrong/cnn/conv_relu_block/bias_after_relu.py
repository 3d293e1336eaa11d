# verdict: wrong
# mistake: The feature map is rectified first and the bias is added afterwards, so outputs may be negative and the threshold is lost.
# told: adds_the_bias_after_relu
import numpy as np


def conv_relu_block(x, weight, bias, padding=0):
    if x.shape[1] != weight.shape[1]:
        raise ValueError("channels of x and weight differ")
    p = padding
    xp = np.pad(x, [(0, 0), (0, 0), (p, p), (p, p)])
    kh, kw = weight.shape[-2:]
    oh, ow = xp.shape[2] - kh + 1, xp.shape[3] - kw + 1
    z = sum(
        np.einsum("ncij,oc->noij", xp[:, :, u : u + oh, v : v + ow], weight[:, :, u, v])
        for u in range(kh)
        for v in range(kw)
    )
    return np.maximum(z, 0) + bias.reshape(1, -1, 1, 1)
