# verdict: wrong
# mistake: the buffer for the sum is always float64, so that the result for float32 samples is float64.
# told: returns_float64
import numpy as np


def accumulate_gradients(grad_fn, x, y, micro_batch_size):
    if micro_batch_size < 1:
        raise ValueError("micro_batch_size must be at least 1")
    n = len(x)
    total = None
    for start in range(0, n, micro_batch_size):
        stop = min(start + micro_batch_size, n)
        grad = grad_fn(x[start:stop], y[start:stop])
        if total is None:
            total = np.zeros(np.shape(grad))
        total += (stop - start) * grad
    return total / n
