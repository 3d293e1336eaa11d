# verdict: wrong
# mistake: Flattens a patch with the channels last while the weight has them first, which only fits for one channel.
# told: flattens_channels_last
import numpy as np


def patch_embedding(x, weight, bias, cls_token, position):
    N, C, H, W = x.shape
    D, _, P, _ = weight.shape
    if H % P != 0 or W % P != 0:
        raise ValueError(f"x of size {H} x {W} cannot be cut into patches of {P}")
    h, w = H // P, W // P
    patches = x.reshape(N, C, h, P, w, P).transpose(0, 2, 4, 3, 5, 1)
    patches = patches.reshape(N, h * w, P * P * C)
    z = patches @ weight.reshape(D, C * P * P).T + bias
    cls = np.tile(cls_token, (N, 1, 1))
    return np.concatenate([cls, z], axis=1) + position
