# verdict: wrong
# mistake: Down a column the order is window row, window column, channel; the channel has to come first.
# told: puts_the_channel_last
import numpy as np


def im2col(x, kernel_size, stride=1, padding=0):
    KH, KW = kernel_size
    if stride < 1:
        raise ValueError("stride must be at least 1")
    if padding < 0:
        raise ValueError("padding must be at least 0")
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    N, C, H, W = xp.shape
    if KH < 1 or KW < 1 or KH > H or KW > W:
        raise ValueError("kernel_size does not fit the padded image")
    OH, OW = (H - KH) // stride + 1, (W - KW) // stride + 1
    blocks = []
    for u in range(KH):
        for v in range(KW):
            tap = xp[:, :, u : u + stride * (OH - 1) + 1 : stride, v : v + stride * (OW - 1) + 1 : stride]
            blocks.append(tap.reshape(N, C, OH * OW))
    return np.concatenate(blocks, axis=1)
