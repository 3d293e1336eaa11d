# verdict: passed
# style: one nested list comprehension turned into an array
import numpy as np


def conv2d(x, weight, bias, stride=1, padding=0):
    if int(stride) < 1:
        raise ValueError("stride must be a positive integer")
    if int(padding) < 0:
        raise ValueError("padding must be a non-negative integer")
    if x.shape[1] != weight.shape[1]:
        raise ValueError("input channels mismatch")
    KH, KW = weight.shape[2], weight.shape[3]
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    rows = range(0, xp.shape[2] - KH + 1, stride)
    cols = range(0, xp.shape[3] - KW + 1, stride)
    if len(rows) == 0 or len(cols) == 0:
        raise ValueError("weight is larger than the padded image")
    vals = [
        [[[np.sum(img[:, r:r + KH, c:c + KW] * f) + b for c in cols] for r in rows] for f, b in zip(weight, bias)]
        for img in xp
    ]
    return np.array(vals, dtype=x.dtype).reshape(len(x), len(weight), len(rows), len(cols))
