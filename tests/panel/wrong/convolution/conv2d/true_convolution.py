# verdict: wrong
# mistake: The filter is turned by 180 degrees first, but it has to be used as it is.
# told: flips_the_kernel
import numpy as np


def conv2d(x, weight, bias, stride=1, padding=0):
    if stride < 1:
        raise ValueError("stride must be at least 1")
    if padding < 0:
        raise ValueError("padding must be at least 0")
    if x.shape[1] != weight.shape[1]:
        raise ValueError("channels differ")
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    hp, wp = xp.shape[2:]
    kh, kw = weight.shape[2:]
    if kh > hp or kw > wp:
        raise ValueError("kernel larger than padded image")
    fx = np.fft.rfft2(xp.astype(np.float64))
    fw = np.fft.rfft2(weight.astype(np.float64), s=(hp, wp))
    full = np.fft.irfft2(np.einsum("ncab,ocab->noab", fx, fw), s=(hp, wp))
    valid = full[:, :, kh - 1:, kw - 1:][:, :, ::stride, ::stride]
    return (valid + bias[:, None, None]).astype(x.dtype)
