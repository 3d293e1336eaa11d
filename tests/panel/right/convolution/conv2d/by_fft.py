# verdict: passed
# style: FFT in double precision, correlation theorem, valid part, then the stride as a slice
import numpy as np


def conv2d(x, weight, bias, stride=1, padding=0):
    if stride < 1:
        raise ValueError("stride < 1")
    if padding < 0:
        raise ValueError("padding < 0")
    if x.shape[1] != weight.shape[1]:
        raise ValueError("x and weight have different channels")
    p = padding
    xp = np.pad(x.astype(np.float64), ((0, 0), (0, 0), (p, p), (p, p)))
    hp, wp = xp.shape[2:]
    kh, kw = weight.shape[2:]
    if kh > hp or kw > wp:
        raise ValueError("kernel larger than the padded image")
    fx = np.fft.rfft2(xp)
    fw = np.fft.rfft2(weight.astype(np.float64), s=(hp, wp))
    # circular correlation: only the first hp-kh+1 rows (and columns) are free of wrap-around
    fy = np.einsum("ncab,ocab->noab", fx, fw.conj())
    y = np.fft.irfft2(fy, s=(hp, wp))[:, :, : hp - kh + 1, : wp - kw + 1]
    y = y[:, :, ::stride, ::stride] + bias[None, :, None, None]
    return y.astype(x.dtype)
