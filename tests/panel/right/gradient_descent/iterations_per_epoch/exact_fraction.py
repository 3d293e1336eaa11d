# verdict: passed
# style: exact rational number, rounded up or down
import math
from fractions import Fraction


def iterations_per_epoch(n, batch_size, drop_last=False):
    for name, value, least in (("n", n, 0), ("batch_size", batch_size, 1)):
        if value < least:
            raise ValueError(f"{name} must be at least {least}, got {value}")
    batches = Fraction(int(n), int(batch_size))
    rounding = math.floor if drop_last else math.ceil
    return rounding(batches)
