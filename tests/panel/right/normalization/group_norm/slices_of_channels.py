# verdict: passed
# style: plain loops over samples and groups, slices of neighbouring channels, double precision inside
import numpy as np


def group_norm(x, num_groups, weight, bias, eps=1e-5):
    n, c = x.shape[:2]
    if num_groups < 1 or c % num_groups != 0:
        raise ValueError(f"num_groups = {num_groups} must be positive and divide {c}")
    size = c // num_groups
    out = np.empty(x.shape, x.dtype)
    for i in range(n):
        for start in range(0, c, size):
            chans = slice(start, start + size)
            block = x[i, chans].astype(np.float64)
            block -= block.flat[0]
            block -= block.mean()
            block /= np.sqrt(np.mean(block * block) + eps)
            for k in range(size):
                out[i, start + k] = block[k] * float(weight[start + k]) + float(bias[start + k])
    return out
