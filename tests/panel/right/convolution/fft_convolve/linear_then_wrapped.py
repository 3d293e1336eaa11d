# verdict: passed
# style: real FFT of a power of two in double precision; circular is the linear result wrapped around
import numpy as np


def _linear(a, b):
    length = a.size + b.size - 1
    size = 1
    while size < length:
        size *= 2
    spectrum = np.fft.rfft(a.astype(np.float64), size) * np.fft.rfft(b.astype(np.float64), size)
    return np.fft.irfft(spectrum, size)[:length]


def fft_convolve(a, b, mode="linear"):
    if mode not in ("linear", "circular"):
        raise ValueError(f"mode must be linear or circular, got {mode!r}")
    if a.size == 0:
        raise ValueError("signal a is empty")
    if b.size == 0:
        raise ValueError("signal b is empty")
    y = _linear(a, b)
    if mode == "circular":
        period = max(a.size, b.size)
        wrapped = y[:period].copy()
        wrapped[: y.size - period] += y[period:]
        y = wrapped
    return y.astype(a.dtype)
