# verdict: wrong
# mistake: Collects the tokens in np.zeros without a dtype, so float32 pictures give a float64 result.
# told: returns_float64
import numpy as np


def patch_embedding(x, weight, bias, cls_token, position):
    N, C, H, W = x.shape
    D, _, P, _ = weight.shape
    if H % P or W % P:
        raise ValueError("x: H and W must be divisible by P")
    cols = W // P
    out = np.zeros((N, 1 + (H // P) * cols, D))
    out[:, 0] = cls_token + position[0]
    for i in range(H // P):
        for j in range(cols):
            patch = x[:, :, i * P : (i + 1) * P, j * P : (j + 1) * P]
            t = 1 + i * cols + j
            out[:, t] = np.tensordot(patch, weight, axes=((1, 2, 3), (1, 2, 3))) + bias + position[t]
    return out
