# verdict: passed
# style: itertools.accumulate over the layers, activations stored as columns
from itertools import accumulate

import numpy as np


def propagate_moments(x, weight, std, act):
    if act == "relu":
        phi = lambda z: (z + np.abs(z)) / 2
    elif act == "tanh":
        phi = np.tanh
    elif act == "identity":
        phi = lambda z: z
    else:
        raise ValueError(f"act must be relu, tanh or identity and not {act!r}")
    std = x.dtype.type(std)
    signals = accumulate(weight, lambda a, w: phi(std * (w @ a)), initial=x.T)
    return np.fromiter((np.square(a).mean() for a in signals), dtype=x.dtype)
