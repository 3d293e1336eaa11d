# verdict: passed
# style: one slope per index, joined with np.stack
import numpy as np


def numerical_gradient(f, x, eps=1e-6):
    def slope(idx):
        ahead, back = np.array(x, dtype=np.float64), np.array(x, dtype=np.float64)
        ahead[idx] += eps
        back[idx] -= eps
        return np.float64((float(f(ahead)) - float(f(back))) / (2 * eps))

    return np.stack([slope(i) for i in np.ndindex(x.shape)]).reshape(x.shape)[()]
