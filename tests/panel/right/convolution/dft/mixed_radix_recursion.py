# verdict: passed
# style: recursion over the smallest prime factor, in double precision, cast at the end
import numpy as np


def _smallest_factor(n):
    f = 2
    while f * f <= n:
        if n % f == 0:
            return f
        f += 1
    return n


def _transform(x, sign):
    n = x.size
    if n == 1:
        return x.copy()
    p = _smallest_factor(n)
    m = n // p
    parts = [_transform(x[r::p], sign) for r in range(p)]
    k = np.arange(n)
    out = np.zeros(n, dtype=np.complex128)
    for r, part in enumerate(parts):
        out += np.exp(sign * 2j * np.pi * ((r * k) % n) / n) * part[k % m]
    return out


def dft(x, inverse=False):
    if x.shape[0] == 0:
        raise ValueError("x is empty")
    single = x.dtype in (np.float32, np.complex64)
    y = _transform(np.asarray(x, dtype=np.complex128), +1 if inverse else -1)
    if inverse:
        y = y / x.shape[0]
    return y.astype(np.complex64 if single else np.complex128)
