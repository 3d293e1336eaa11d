# verdict: wrong
# mistake: Single precision comes back as complex128; float32 and complex64 must give complex64.
# told: returns_complex128
import numpy as np


def dft(x, inverse=False):
    N = x.shape[0]
    if N < 1:
        raise ValueError("x needs at least one sample")
    sign = 1 if inverse else -1
    X = np.zeros(N, dtype=complex)
    n = np.arange(N)
    for k in range(N):
        X[k] = np.sum(x * np.exp(sign * 2j * np.pi * (k * n % N) / N))
    if inverse:
        X /= N
    return X
