# verdict: wrong
# mistake: the batches are built from Python lists and lose the dtype of perm.
import numpy as np


def minibatches(perm, batch_size, drop_last=False):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, got {batch_size}")
    order = list(map(int, perm))
    if set(order) != set(range(len(order))):
        raise ValueError("perm is not a permutation")
    batches = []
    current = []
    for i in order:
        current.append(i)
        if len(current) == batch_size:
            batches.append(np.array(current))
            current = []
    if current and not drop_last:
        batches.append(np.array(current))
    return batches
