# verdict: wrong
# mistake: It packs the signals as a + ib and squares one spectrum; if one signal is much louder than the other, the squares of the loud one drown the product.
import numpy as np


def fft_convolve(a, b, mode="linear"):
    if mode not in ("linear", "circular"):
        raise ValueError("mode must be 'linear' or 'circular'")
    if len(a) == 0:
        raise ValueError("a is empty")
    if len(b) == 0:
        raise ValueError("b is empty")
    size = len(a) + len(b) - 1 if mode == "linear" else max(len(a), len(b))
    z = np.zeros(size, dtype=np.complex128)
    z.real[: len(a)] = a
    z.imag[: len(b)] = b
    # (a + ib) * (a + ib) = a*a - b*b + 2i a*b: one transform does for both
    square = np.fft.ifft(np.fft.fft(z) ** 2)
    return (square.imag / 2).astype(a.dtype)
