# verdict: passed
# style: flatten to rows, means as products with a vector of 1/D, in double precision, cast back
import numpy as np


def layer_norm(x, weight, bias, eps=1e-5):
    d = x.shape[-1]
    rows = x.reshape(-1, d).astype(np.float64)
    avg = np.full(d, 1.0 / d)

    # shift by the first entry so that a huge common mean cannot hurt, then centre
    rows = rows - rows[:, :1]
    rows = rows - (rows @ avg)[:, None]
    var = (rows * rows) @ avg

    normed = rows / np.sqrt(var + eps)[:, None]
    out = normed * weight + bias
    return out.reshape(x.shape).astype(x.dtype)
