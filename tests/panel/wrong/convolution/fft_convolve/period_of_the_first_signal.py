# verdict: wrong
# mistake: The circular period is the length of a, so a longer b is cut off; the period must be max(N, M).
# told: takes_the_length_of_the_first
import numpy as np


def fft_convolve(a, b, mode="linear"):
    if a.shape[0] == 0:
        raise ValueError("a must not be empty")
    if b.shape[0] == 0:
        raise ValueError("b must not be empty")
    if mode == "linear":
        n = a.shape[0] + b.shape[0] - 1
    elif mode == "circular":
        n = a.shape[0]
    else:
        raise ValueError("unknown mode %r" % (mode,))
    y = np.fft.irfft(np.fft.rfft(a, n) * np.fft.rfft(b, n), n)
    return y.astype(a.dtype)
