# verdict: wrong
# mistake: Left of -10 the straight line x is taken, which leaves out -exp(x), some 4.5e-5 there.
import numpy as np


def log_sigmoid(x):
    out = np.array(x, copy=True)
    near = x >= -10
    out[near] = -np.log1p(np.exp(-x[near]))
    return out
