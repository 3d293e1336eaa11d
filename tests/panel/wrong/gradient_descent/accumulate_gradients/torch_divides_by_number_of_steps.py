# verdict: wrong
# mistake: every micro-batch gets the same weight, also the smaller last one.
# told: takes_the_mean_of_means
import torch


def accumulate_gradients(grad_fn, x, y, micro_batch_size):
    if micro_batch_size < 1:
        raise ValueError("micro_batch_size must be at least 1")
    steps = -(-x.shape[0] // micro_batch_size)
    total = None
    for k in range(steps):
        part = slice(k * micro_batch_size, (k + 1) * micro_batch_size)
        grad = grad_fn(x[part], y[part]) / steps  # as in loss / accumulation_steps
        total = grad if total is None else torch.add(total, grad)
    return total
