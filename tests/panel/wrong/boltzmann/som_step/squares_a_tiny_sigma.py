# verdict: wrong
# mistake: sigma squared underflows to 0 for a tiny sigma, and the winner gets 0/0, which is NaN.
# told: divides_zero_by_zero
import numpy as np


def som_step(x, weight, lr, sigma):
    if sigma <= 0:
        raise ValueError("sigma must be positive")
    d = np.linalg.norm(weight - x, axis=-1)
    row, col = np.unravel_index(np.argmin(d), d.shape)
    rr, cc = np.indices(d.shape)
    sheet = (rr - row) ** 2 + (cc - col) ** 2
    with np.errstate(all="ignore"):
        h = np.exp(-sheet / (2 * sigma**2))
    return (weight + lr * h[:, :, None] * (x - weight)).astype(weight.dtype)
