# verdict: wrong
# mistake: only a micro_batch_size of 0 is rejected; a negative one returns None instead of raising.
import numpy as np


def accumulate_gradients(grad_fn, x, y, micro_batch_size):
    if not micro_batch_size:
        raise ValueError("micro_batch_size must not be 0")
    n = x.shape[0]
    result = None
    for start in range(0, n, micro_batch_size):
        xb = x[start:start + micro_batch_size]
        yb = y[start:start + micro_batch_size]
        part = np.multiply(grad_fn(xb, yb), len(xb) / n)
        result = part if result is None else result + part
    return None if result is None else np.asarray(result)
