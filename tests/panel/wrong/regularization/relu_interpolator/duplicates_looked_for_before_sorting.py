# verdict: wrong
# mistake: Equal x are looked for among neighbours before sorting, so two equal entries that stand apart are not refused.
# told: checks_before_sorting
import numpy as np


def relu_interpolator(x, y):
    if np.any(np.diff(x) == 0):
        raise ValueError("x must not contain equal entries")
    order = np.argsort(x)
    xs, ys = x[order], y[order]
    with np.errstate(divide="ignore", invalid="ignore"):
        slopes = np.diff(ys) / np.diff(xs)
        w = slopes.copy()
        w[1:] -= slopes[:-1]
    n = len(x)
    return {
        "weight1": np.ones((n - 1, 1), dtype=x.dtype),
        "bias1": -xs[:-1],
        "weight2": w.reshape(1, n - 1),
        "bias2": ys[:1].copy(),
    }
