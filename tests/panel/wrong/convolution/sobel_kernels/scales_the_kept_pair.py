# verdict: wrong
# mistake: The kernels are kept between calls and normalised in place, so a later call gets them divided although it did not ask, or divided twice.
import numpy as np

_ROWS = {}


def _rows(ksize):
    if ksize not in _ROWS:
        s = np.poly1d([1.0, 1.0]) ** (ksize - 1)
        d = np.poly1d([1.0, 1.0]) ** (ksize - 3) * np.poly1d([-1.0, 0.0, 1.0])
        _ROWS[ksize] = np.asarray(s.coeffs, dtype=np.float64), np.asarray(d.coeffs, dtype=np.float64)
    return _ROWS[ksize]


def sobel_kernels(ksize=3, normalize=False):
    if ksize < 3 or ksize % 2 != 1:
        raise ValueError("ksize must be an odd number of at least 3")
    s, d = _rows(ksize)
    if normalize:
        # the response to a ramp is a product, so each row can be scaled by itself
        s /= s.sum()
        d /= d @ np.arange(ksize)
    return np.outer(s, d), np.outer(d, s)
