# verdict: wrong
# mistake: The forward transform computes one half and mirrors it, which holds for real signals only; complex signals get a wrong second half.
import numpy as np


def dft(x, inverse=False):
    n = x.shape[0]
    if n == 0:
        raise ValueError("x must not be empty")
    dtype = np.complex64 if x.dtype in (np.dtype("float32"), np.dtype("complex64")) else np.complex128
    t = np.arange(n)
    if inverse:
        waves = np.exp(2j * np.pi * (np.outer(t, t) % n) / n)
        return (waves @ x / n).astype(dtype)
    # X[N-k] = conj(X[k]): half of the work is enough
    half = n // 2 + 1
    waves = np.exp(-2j * np.pi * (np.outer(t[:half], t) % n) / n)
    X = np.empty(n, dtype=np.complex128)
    X[:half] = waves @ x
    for k in range(half, n):
        X[k] = np.conj(X[n - k])
    return X.astype(dtype)
