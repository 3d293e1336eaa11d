# verdict: wrong
# mistake: the number of updates leaves out the smaller batch at the end of an epoch, which makes an update of its own.
import numpy as np


def linear_gd(x, y, weight, lr, batch_size, orders):
    if batch_size < 1:
        raise ValueError("batch_size must be at least 1")
    n = len(y)
    w = weight.copy()
    for order in orders:
        for k in range(0, n, batch_size):
            b = order[k:k + batch_size]
            w = w - lr * np.mean(2 * (x[b] @ w - y[b])[:, None] * x[b], axis=0)
    return w, len(orders) * max(1, n // batch_size)
