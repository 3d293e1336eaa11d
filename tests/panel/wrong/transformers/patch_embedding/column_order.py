# verdict: wrong
# mistake: Numbers the patches down the columns instead of left to right and then down.
# told: goes_down_the_columns
import numpy as np


def patch_embedding(x, weight, bias, cls_token, position):
    N, C, H, W = x.shape
    D, _, P, _ = weight.shape
    if H % P or W % P:
        raise ValueError("x has a height or width that is no multiple of P")
    tokens = [np.broadcast_to(cls_token, (N, D))]
    for j in range(0, W, P):
        for i in range(0, H, P):
            patch = x[:, :, i : i + P, j : j + P].reshape(N, -1)
            tokens.append(patch @ weight.reshape(D, -1).T + bias)
    return np.stack(tokens, axis=1) + position
