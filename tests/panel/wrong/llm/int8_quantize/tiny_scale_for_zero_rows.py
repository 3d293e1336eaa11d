# verdict: wrong
# mistake: Avoids the division by zero with a floor of 1e-8 under the scale, so a row of zeros does not get the scale 1 and rows of tiny numbers vanish.
# told: keeps_scales_above_a_limit
import numpy as np


def int8_quantize(x):
    scale = np.max(np.abs(x), axis=-1, keepdims=True) / 127.0
    scale = np.maximum(scale, 1e-8).astype(x.dtype)
    q = np.clip(np.rint(x / scale), -127, 127).astype(np.int8)
    return q, scale
