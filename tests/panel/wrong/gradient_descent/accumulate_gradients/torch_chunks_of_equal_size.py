# verdict: wrong
# mistake: torch.chunk makes pieces of about equal size instead of micro-batches of m samples with a smaller last one.
import math

import torch


def accumulate_gradients(grad_fn, x, y, micro_batch_size):
    if micro_batch_size < 1:
        raise ValueError(f"micro_batch_size must be at least 1, got {micro_batch_size}")
    n = x.shape[0]
    pieces = math.ceil(n / micro_batch_size)
    total = 0
    for xb, yb in zip(torch.chunk(x, pieces), torch.chunk(y, pieces)):
        total = total + grad_fn(xb, yb) * (xb.shape[0] / n)
    return total
