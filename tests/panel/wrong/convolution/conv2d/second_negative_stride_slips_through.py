# verdict: wrong
# mistake: Only a stride of exactly 0 is refused; with a negative stride no error is raised and an empty or reversed result comes back.
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def conv2d(x, weight, bias, stride=1, padding=0):
    if not stride:
        raise ValueError("stride must not be zero")
    if padding < 0:
        raise ValueError("padding must be at least 0")
    if x.shape[1] != weight.shape[1]:
        raise ValueError("channels differ")
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    kh, kw = weight.shape[-2:]
    if kh > xp.shape[-2] or kw > xp.shape[-1]:
        raise ValueError("kernel is larger than the padded image")
    windows = sliding_window_view(xp, (kh, kw), axis=(-2, -1))[..., ::stride, ::stride, :, :]
    return np.einsum("ncijuv,ocuv->noij", windows, weight) + bias.reshape(1, -1, 1, 1)
