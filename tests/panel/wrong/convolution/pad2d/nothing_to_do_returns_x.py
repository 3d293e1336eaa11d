# verdict: wrong
# mistake: If nothing is to be added it returns x itself, where a new array is due.
import numpy as np


def pad2d(x, padding, mode="constant", value=0.0):
    if mode not in ("constant", "reflect", "replicate"):
        raise ValueError("mode must be constant, reflect or replicate")
    left, right, top, bottom = padding
    if min(left, right, top, bottom) < 0:
        raise ValueError("padding must be non-negative")
    n, c, h, w = x.shape
    if mode == "reflect" and (left >= w or right >= w or top >= h or bottom >= h):
        raise ValueError("padding too large for reflect")
    if left == right == top == bottom == 0:
        return x
    out = np.full((n, c, h + top + bottom, w + left + right), value, dtype=x.dtype)
    for i in range(out.shape[2]):
        for j in range(out.shape[3]):
            r, q = i - top, j - left
            inside = 0 <= r < h and 0 <= q < w
            if mode == "constant" and not inside:
                continue
            if mode == "replicate":
                r, q = min(max(r, 0), h - 1), min(max(q, 0), w - 1)
            if mode == "reflect":
                r = -r if r < 0 else (2 * h - 2 - r if r >= h else r)
                q = -q if q < 0 else (2 * w - 2 - q if q >= w else q)
            out[:, :, i, j] = x[:, :, r, q]
    return out
