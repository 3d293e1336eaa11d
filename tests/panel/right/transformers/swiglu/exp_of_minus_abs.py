# verdict: passed
# style: NumPy, sigmoid from exp(-|z|), einsum for the layers
import numpy as np


def _swish(z):
    e = np.exp(-np.abs(z))
    return z * (np.where(z >= 0, np.ones_like(e), e) / (1 + e))


def swiglu(x, weight_gate, weight_up, weight_down):
    gate = _swish(np.einsum("...d,hd->...h", x, weight_gate))
    up = np.einsum("...d,hd->...h", x, weight_up)
    return np.einsum("...h,dh->...d", gate * up, weight_down)
