# verdict: passed
# style: running mean that is corrected with each micro-batch, NumPy
import numpy as np


def accumulate_gradients(grad_fn, x, y, micro_batch_size):
    if micro_batch_size < 1:
        raise ValueError(f"micro_batch_size must be at least 1, got {micro_batch_size}")
    mean, seen = None, 0
    while seen < len(x):
        xb = x[seen : seen + micro_batch_size]
        yb = y[seen : seen + micro_batch_size]
        grad = np.asarray(grad_fn(xb, yb))
        seen += len(xb)
        if mean is None:
            mean = grad.copy()
        else:
            share = grad.dtype.type(len(xb) / seen)
            mean = np.asarray(mean + (grad - mean) * share)
    return mean
