# verdict: wrong
# mistake: Only the height of the kernel is compared with the padded image; a kernel that is too wide is not refused.
# told: compares_the_rows_only
import numpy as np


def conv2d(x, weight, bias, stride=1, padding=0):
    if stride < 1:
        raise ValueError("stride should be >= 1")
    if padding < 0:
        raise ValueError("padding should be >= 0")
    if x.shape[1] != weight.shape[1]:
        raise ValueError("channels should be the same")
    if weight.shape[2] > x.shape[2] + 2 * padding:
        raise ValueError("kernel should not be larger than the padded image")
    k = weight.shape[2:]
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    tops = np.arange(0, xp.shape[2] - k[0] + 1, stride)
    lefts = np.arange(0, xp.shape[3] - k[1] + 1, stride)
    out = np.zeros((len(x), len(weight), len(tops), len(lefts)), dtype=x.dtype)
    for i, t in enumerate(tops):
        for j, l in enumerate(lefts):
            out[:, :, i, j] = np.tensordot(xp[:, :, t:t + k[0], l:l + k[1]], weight, ([1, 2, 3], [1, 2, 3])) + bias
    return out
