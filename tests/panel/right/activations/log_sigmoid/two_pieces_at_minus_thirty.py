# verdict: passed
# style: NumPy, log1p right of -30 and the asymptote x - exp(x) left of it
import numpy as np

SWITCH = -30.0


def log_sigmoid(x):
    middle_and_right = -np.log1p(np.exp(-np.maximum(x, SWITCH)))
    far_left = x - np.exp(np.minimum(x, SWITCH))
    return np.where(x > SWITCH, middle_and_right, far_left).astype(x.dtype)
