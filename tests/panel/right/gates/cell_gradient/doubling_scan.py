# verdict: passed
# style: NumPy, Hillis-Steele suffix scan in log2(T) doubling rounds
import numpy as np


def cell_gradient(f):
    steps = f.shape[1]
    out = np.ones_like(f)
    out[:, :-1] = f[:, 1:]
    stride = 1
    while stride < steps:
        nxt = out.copy()
        nxt[:, :-stride] = out[:, :-stride] * out[:, stride:]
        out = nxt
        stride *= 2
    return out
