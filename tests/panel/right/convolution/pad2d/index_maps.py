# verdict: passed
# style: which source row and column does each place show; np.take along both axes, a mask for the constant
import numpy as np


def _sources(n, before, after, mode):
    i = np.arange(-before, n + after)
    if mode == "reflect":
        i = np.abs(i)
        return np.where(i > n - 1, 2 * (n - 1) - i, i)
    return np.clip(i, 0, n - 1)


def pad2d(x, padding, mode="constant", value=0.0):
    left, right, top, bottom = padding
    if mode not in ("constant", "reflect", "replicate"):
        raise ValueError(f"unknown mode {mode!r}")
    if min(padding) < 0:
        raise ValueError("padding must not be negative")
    n, c, h, w = x.shape
    if mode == "constant":
        y = np.empty((n, c, h + top + bottom, w + left + right), dtype=x.dtype)
        y[...] = value
        y[:, :, top : top + h, left : left + w] = x
        return y
    if mode == "reflect" and (max(left, right) >= w or max(top, bottom) >= h):
        raise ValueError("padding has to be smaller than the image to reflect it")
    rows = _sources(h, top, bottom, mode)
    cols = _sources(w, left, right, mode)
    return x.take(rows, axis=2).take(cols, axis=3)
