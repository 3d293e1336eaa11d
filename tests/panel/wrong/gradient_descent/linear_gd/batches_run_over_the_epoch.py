# verdict: wrong
# mistake: the epochs are joined into one long order, so what is left over is filled up with samples of the next epoch.
import numpy as np


def linear_gd(x, y, weight, lr, batch_size, orders):
    if batch_size < 1:
        raise ValueError("batch_size must be at least 1")
    batch_size = min(batch_size, len(x))
    stream = np.ravel(orders)
    w = np.array(weight)
    updates = 0
    for start in range(0, stream.size, batch_size):
        idx = stream[start:start + batch_size]
        xb, yb = x[idx], y[idx]
        w = w - lr * 2 * ((xb @ w - yb) @ xb) / len(idx)
        updates += 1
    return w, updates
