# verdict: passed
# style: recursive: each half gives (max, sum), combined on the way up
import numpy as np


def softmax(x, dim=-1, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature is not above 0")
    a = np.moveaxis(np.array(x, dtype=np.float64), dim, 0)
    t = np.float64(temperature)

    def gap(low, high):
        # (low - high) / t, with minus infinity twice counting as no gap
        d = np.zeros_like(low)
        np.subtract(low, high, out=d, where=low != high)
        return d / t

    def solve(lo, hi):
        if hi - lo == 1:
            return a[lo], np.ones_like(a[lo])
        mid = (lo + hi) // 2
        m1, s1 = solve(lo, mid)
        m2, s2 = solve(mid, hi)
        m = np.maximum(m1, m2)
        return m, s1 * np.exp(gap(m1, m)) + s2 * np.exp(gap(m2, m))

    m, s = solve(0, a.shape[0])
    out = np.exp((a - m) / t) / s
    return np.moveaxis(out, 0, dim).astype(x.dtype)
