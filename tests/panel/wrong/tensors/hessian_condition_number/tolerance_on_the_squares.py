# verdict: wrong
# mistake: The tolerance is compared with the squared singular values, so condition numbers above about 1e15, which are finite, become infinity.
# told: takes_ill_for_singular
import numpy as np


def hessian_condition_number(x):
    n, d = x.shape
    if n < d:
        return np.inf
    lam = np.linalg.svd(x, compute_uv=False) ** 2 / n
    if lam[-1] <= max(n, d) * np.finfo(x.dtype).eps * lam[0]:
        return np.inf
    return float(lam[0] / lam[-1])
