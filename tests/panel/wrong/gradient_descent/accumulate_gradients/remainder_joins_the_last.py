# verdict: wrong
# mistake: leftover samples are handed over together with the last full micro-batch, which is more than fit into memory.
# told: takes_all_at_once
import numpy as np


def accumulate_gradients(grad_fn, x, y, micro_batch_size):
    if micro_batch_size < 1:
        raise ValueError("micro_batch_size must be at least 1")
    n = len(x)
    full = max(1, n // micro_batch_size)
    bounds = [k * micro_batch_size for k in range(full)] + [n]
    grads = []
    for start, stop in zip(bounds[:-1], bounds[1:]):
        grads.append(grad_fn(x[start:stop], y[start:stop]) * ((stop - start) / n))
    return np.asarray(sum(grads[1:], grads[0]))
