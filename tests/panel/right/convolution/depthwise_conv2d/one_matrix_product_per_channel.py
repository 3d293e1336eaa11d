# verdict: passed
# style: index grids for all windows of a channel, one matrix-vector product for each channel, stacked from a list
import numpy as np


def depthwise_conv2d(x, weight, bias, stride=1, padding=0):
    if stride < 1:
        raise ValueError("stride has to be positive")
    if padding < 0:
        raise ValueError("padding has to be non-negative")
    n, c, h, w = x.shape
    if weight.shape[:2] != (c, 1):
        raise ValueError(f"channels: expected a weight of shape ({c}, 1, ...), got {weight.shape}")
    kh, kw = weight.shape[2:]
    if kh > h + 2 * padding or kw > w + 2 * padding:
        raise ValueError("kernel is larger than the padded image")
    xp = np.pad(x, [(0, 0), (0, 0), (padding, padding), (padding, padding)])
    r = np.arange(0, h + 2 * padding - kh + 1, stride)
    q = np.arange(0, w + 2 * padding - kw + 1, stride)
    rows = (r[:, None] + np.arange(kh)).reshape(r.size, 1, kh, 1)
    cols = (q[:, None] + np.arange(kw)).reshape(1, q.size, 1, kw)
    maps = [
        xp[:, ch][:, rows, cols].reshape(n, r.size, q.size, kh * kw) @ weight[ch, 0].ravel() + bias[ch] for ch in range(c)
    ]
    return np.stack(maps, axis=1).astype(x.dtype)
