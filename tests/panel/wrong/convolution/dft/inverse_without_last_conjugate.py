# verdict: wrong
# mistake: The inverse is made from the forward transform by conjugating the input but not the result, so it is right for spectra of real signals only.
import numpy as np


def dft(x, inverse=False):
    n = len(x)
    if n == 0:
        raise ValueError("x is empty")
    out_type = np.complex64 if x.dtype.itemsize == 4 or x.dtype == np.complex64 else np.complex128
    if inverse:
        return (dft(np.conj(x)) / n).astype(out_type)
    k = np.arange(n)
    matrix = np.exp(-2j * np.pi * (np.outer(k, k) % n) / n)
    return (matrix @ x).astype(out_type)
