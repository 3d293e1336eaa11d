# verdict: raised
# mistake: Only the divisibility is checked, so num_groups = -1 is accepted and 0 gives another error than the one that names num_groups.
import numpy as np


def group_norm(x, num_groups, weight, bias, eps=1e-5):
    n, c = x.shape[0], x.shape[1]
    if c % num_groups != 0:
        raise ValueError(f"num_groups={num_groups} does not divide {c} channels")
    flat = x.reshape(n, num_groups, x[0].size // abs(num_groups))
    mu = flat.mean(-1, keepdims=True)
    var = ((flat - mu) ** 2).mean(-1, keepdims=True)
    y = ((flat - mu) / np.sqrt(var + eps)).reshape(n, c, -1)
    return (y * weight[:, None] + bias[:, None]).reshape(x.shape)
