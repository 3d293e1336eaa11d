# verdict: raised
# mistake: The limit of the mirror is applied to all modes; constant and replicate have no limit.
# told: limits_every_mode
import numpy as np


def pad2d(x, padding, mode="constant", value=0.0):
    left, right, top, bottom = padding
    h, w = x.shape[2:]
    for p, size in zip(padding, (w, w, h, h)):
        if p < 0 or p >= size:
            raise ValueError("padding must be at least 0 and smaller than the image")
    if mode == "constant":
        y = np.full(x.shape[:2] + (h + top + bottom, w + left + right), value, dtype=x.dtype)
        y[:, :, top : top + h, left : left + w] = x
        return y
    if mode == "replicate":
        rows = [0] * top + list(range(h)) + [h - 1] * bottom
        cols = [0] * left + list(range(w)) + [w - 1] * right
    elif mode == "reflect":
        rows = list(range(top, 0, -1)) + list(range(h)) + [h - 2 - i for i in range(bottom)]
        cols = list(range(left, 0, -1)) + list(range(w)) + [w - 2 - i for i in range(right)]
    else:
        raise ValueError("mode must be constant, reflect or replicate")
    return x[:, :, rows][:, :, :, cols]
