# verdict: wrong
# mistake: Only negative sizes are refused, and 0, which is below 1, too, is trained.
# told: checks_nothing
import numpy as np


def dbn_pretrain(x, sizes, rbm_train):
    if np.any(np.asarray(sizes) < 0):
        raise ValueError("sizes must be positive")
    out = []
    h = np.asarray(x)
    for k in sizes:
        out.append(rbm_train(h, k))
        W, _, c = out[-1]
        a = np.einsum("hv,nv->nh", W, h) + c
        h = np.exp(-np.logaddexp(0, -a))
    return out
