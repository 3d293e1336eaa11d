# verdict: wrong
# mistake: Where the exponential overflows it gives up and returns 0, but at a bias of -1000 the half-life is about 0.0007.
import math


def memory_half_life(forget_bias):
    if forget_bias == float("-inf"):
        return 0.0
    try:
        rate = math.log1p(math.exp(-forget_bias))
    except OverflowError:
        # the gate is closed, nothing is remembered
        return 0.0
    if rate == 0.0:
        return math.inf
    return math.log(2) / rate
