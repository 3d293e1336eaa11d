# verdict: wrong
# mistake: The border repeats the pixels at the edge of the image, but padding adds zeros.
import numpy as np


def conv_relu_block(x, weight, bias, padding=0):
    if x.shape[1] != weight.shape[1]:
        raise ValueError("x and weight have different numbers of channels")
    p = padding
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), mode="edge")
    kh, kw = weight.shape[2:]
    windows = np.lib.stride_tricks.sliding_window_view(xp, (kh, kw), axis=(2, 3))
    z = np.einsum("ncijuv,ocuv->noij", windows, weight)
    return np.maximum(z + bias[:, None, None], 0)
