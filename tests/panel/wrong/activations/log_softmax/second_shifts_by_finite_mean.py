# verdict: wrong
# mistake: Shifts by the mean of the finite scores instead of their maximum, so wide slices overflow to minus infinity.
# told: shifts_by_less_than_the_maximum
import numpy as np


def log_softmax(x, dim=-1):
    ok = np.isfinite(x)
    c = np.where(ok, x, 0).sum(axis=dim, keepdims=True) / ok.sum(axis=dim, keepdims=True)
    z = (x - c).astype(x.dtype)
    with np.errstate(over="ignore"):
        return (z - np.log(np.exp(z).sum(axis=dim, keepdims=True))).astype(x.dtype)
