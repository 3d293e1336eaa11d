# verdict: passed
# style: NumPy, works on transposed samples in columns, one wide matrix for correction and shortcut together
import numpy as np


def residual_block(x, weight1, bias1, weight2, bias2, proj=None):
    n_in, n_out = x.shape[1], weight2.shape[0]
    if proj is None:
        if n_in != n_out:
            raise ValueError(f"without proj the block needs as many features out ({n_out}) as in ({n_in})")
        proj = np.identity(n_in, dtype=x.dtype)
    columns = x.T
    hidden = weight1 @ columns + bias1[:, None]
    hidden[hidden < 0] = 0
    both = np.concatenate([weight2, proj], axis=1) @ np.concatenate([hidden, columns], axis=0)
    both += bias2[:, None]
    return np.ascontiguousarray(np.maximum(both, 0).T)
