# verdict: passed
# style: an iterator over Python numbers, eaten with islice; walks every number once for the check
from itertools import islice

import numpy as np


def is_permutation(numbers):
    seen = [False] * len(numbers)
    for i in numbers:
        if not 0 <= i < len(numbers) or seen[i]:
            return False
        seen[i] = True
    return True


def minibatches(perm, batch_size, drop_last=False):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, got {batch_size}")
    numbers = perm.tolist()
    if not is_permutation(numbers):
        raise ValueError(f"perm must hold every number from 0 to {len(numbers) - 1} once")
    rest = iter(numbers)
    batches = []
    while batch := list(islice(rest, min(batch_size, len(numbers)))):
        if len(batch) == batch_size or not drop_last:
            batches.append(np.array(batch, dtype=perm.dtype))
    return batches
