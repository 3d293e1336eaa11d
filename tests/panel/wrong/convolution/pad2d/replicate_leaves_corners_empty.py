# verdict: wrong
# mistake: In mode "replicate" only the four sides are filled from the border; the corners keep the number `value`.
import numpy as np


def pad2d(x, padding, mode="constant", value=0.0):
    if mode not in ("constant", "reflect", "replicate"):
        raise ValueError("mode must be one of constant, reflect, replicate")
    if any(p < 0 for p in padding):
        raise ValueError("padding must not be negative")
    l, r, t, b = padding
    N, C, H, W = x.shape
    if mode == "reflect" and (max(l, r) > W - 1 or max(t, b) > H - 1):
        raise ValueError("padding exceeds the image")
    out = np.full((N, C, H + t + b, W + l + r), value, dtype=x.dtype)
    out[:, :, t : t + H, l : l + W] = x
    if mode == "replicate":
        out[:, :, :t, l : l + W] = x[:, :, :1]
        out[:, :, t + H :, l : l + W] = x[:, :, -1:]
        out[:, :, t : t + H, :l] = x[:, :, :, :1]
        out[:, :, t : t + H, l + W :] = x[:, :, :, -1:]
    elif mode == "reflect":
        for i in range(l):
            out[..., l - 1 - i] = out[..., l + 1 + i]
        for i in range(r):
            out[..., l + W + i] = out[..., l + W - 2 - i]
        for i in range(t):
            out[:, :, t - 1 - i] = out[:, :, t + 1 + i]
        for i in range(b):
            out[:, :, t + H + i] = out[:, :, t + H - 2 - i]
    return out
