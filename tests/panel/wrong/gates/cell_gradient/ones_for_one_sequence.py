# verdict: raised
# mistake: The row of ones for the last step has a batch of one, so it cannot be joined on when there are several sequences.
import numpy as np


def cell_gradient(f):
    n_units = f.shape[2]
    last = np.ones((1, 1, n_units), dtype=f.dtype)
    later = f[:, 1:][:, ::-1]
    products = np.cumprod(later, axis=1)[:, ::-1]
    return np.concatenate([products, last], axis=1)
