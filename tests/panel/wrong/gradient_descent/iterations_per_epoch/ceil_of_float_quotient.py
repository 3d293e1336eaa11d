# verdict: wrong
# mistake: the quotient is a float, which is not exact for large n.
# told: rounds_up_a_float
import math


def iterations_per_epoch(n, batch_size, drop_last=False):
    if n < 0:
        raise ValueError(f"n must be at least 0, got {n}")
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, got {batch_size}")
    if drop_last:
        return math.floor(n / batch_size)
    return math.ceil(n / batch_size)
