# verdict: wrong
# mistake: The result is rounded to 9 decimals to hide the noise of the transform, which wipes out quiet signals.
import numpy as np


def fft_convolve(a, b, mode="linear"):
    if mode not in ("linear", "circular"):
        raise ValueError("mode must be 'linear' or 'circular'")
    if not len(a):
        raise ValueError("a is empty")
    if not len(b):
        raise ValueError("b is empty")
    if mode == "linear":
        n = len(a) + len(b) - 1
    else:
        n = max(len(a), len(b))
    y = np.fft.ifft(np.fft.fft(a, n) * np.fft.fft(b, n)).real
    return np.round(y, 9).astype(a.dtype)
