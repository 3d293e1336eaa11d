# verdict: wrong
# mistake: the sum over a smaller last batch is divided by batch_size instead of by its own number of samples.
# told: takes_the_last_for_complete
import numpy as np


def linear_gd(x, y, weight, lr, batch_size, orders):
    if batch_size < 1:
        raise ValueError("batch_size must be at least 1")
    n = x.shape[0]
    w = weight.copy()
    updates = 0
    for order in orders:
        for start in range(0, n, batch_size):
            idx = order[start:start + batch_size]
            error = x[idx] @ w - y[idx]
            grad = 2 * np.dot(x[idx].T, error) / batch_size
            w = w - lr * grad
            updates += 1
    return w, updates
