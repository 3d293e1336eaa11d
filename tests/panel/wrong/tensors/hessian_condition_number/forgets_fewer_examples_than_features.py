# verdict: wrong
# mistake: With fewer examples than features there are only N singular values and the zeros among the eigenvalues are not seen, so the result is finite.
# told: forgets_the_missing_ones
import numpy as np


def hessian_condition_number(x):
    s = np.linalg.svd(x, compute_uv=False)
    if s[-1] <= max(x.shape) * np.finfo(x.dtype).eps * s[0]:
        return float("inf")
    return float((s[0] / s[-1]) ** 2)
