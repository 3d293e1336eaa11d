# verdict: wrong
# mistake: The groups are a view of x and are normalized in place, so the input is changed.
# told: overwrites_x
import numpy as np


def group_norm(x, num_groups, weight, bias, eps=1e-5):
    n, c = x.shape[:2]
    if num_groups < 1 or c % num_groups != 0:
        raise ValueError("bad num_groups: %r" % num_groups)
    groups = x.reshape(n, num_groups, -1)
    groups -= groups.mean(axis=2, keepdims=True)
    groups /= np.sqrt((groups ** 2).mean(axis=2, keepdims=True) + eps)
    per_channel = (c,) + (1,) * (x.ndim - 2)
    return groups.reshape(x.shape) * weight.reshape(per_channel) + bias.reshape(per_channel)
