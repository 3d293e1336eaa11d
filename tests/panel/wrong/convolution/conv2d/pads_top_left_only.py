# verdict: wrong
# mistake: Zeros are added at the top and on the left only, not on all four sides, so the output is too small.
# told: pads_top_and_left_only
import numpy as np


def conv2d(x, weight, bias, stride=1, padding=0):
    if stride < 1:
        raise ValueError("stride must be >= 1")
    if padding < 0:
        raise ValueError("padding must be >= 0")
    if x.shape[1] != weight.shape[1]:
        raise ValueError("channels differ")
    N, C, H, W = x.shape
    O, _, KH, KW = weight.shape
    if KH > H + 2 * padding or KW > W + 2 * padding:
        raise ValueError("kernel too large")
    xp = np.zeros((N, C, H + padding, W + padding), dtype=x.dtype)
    xp[:, :, padding:, padding:] = x
    rows = range(0, xp.shape[2] - KH + 1, stride)
    cols = range(0, xp.shape[3] - KW + 1, stride)
    y = np.zeros((N, O, len(rows), len(cols)), dtype=x.dtype)
    for i, r in enumerate(rows):
        for j, c in enumerate(cols):
            y[:, :, i, j] = np.tensordot(xp[:, :, r:r + KH, c:c + KW], weight, ([1, 2, 3], [1, 2, 3])) + bias
    return y
