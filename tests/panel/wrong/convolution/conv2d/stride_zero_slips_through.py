# verdict: raised
# mistake: Only a negative stride is refused; stride 0 ends in a ZeroDivisionError instead of a ValueError that names the stride.
# told: lets_stride_zero_through
import numpy as np


def conv2d(x, weight, bias, stride=1, padding=0):
    if stride < 0:
        raise ValueError("stride must not be negative")
    if padding < 0:
        raise ValueError("padding must not be negative")
    N, C, H, W = x.shape
    F, CC, HH, WW = weight.shape
    if C != CC:
        raise ValueError("channels must match")
    if HH > H + 2 * padding or WW > W + 2 * padding:
        raise ValueError("kernel too large")
    H_out = 1 + (H + 2 * padding - HH) // stride
    W_out = 1 + (W + 2 * padding - WW) // stride
    x_pad = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    out = np.zeros((N, F, H_out, W_out), dtype=x.dtype)
    for n in range(N):
        for f in range(F):
            for i in range(H_out):
                for j in range(W_out):
                    window = x_pad[n, :, i * stride:i * stride + HH, j * stride:j * stride + WW]
                    out[n, f, i, j] = np.sum(window * weight[f]) + bias[f]
    return out
