# verdict: wrong
# mistake: It takes the logarithm of the gate itself, which is rounded to 1 for a bias of 40, so the half-life comes out infinite.
# told: loses_what_is_added_to_one
import math


def memory_half_life(forget_bias):
    b = forget_bias
    if b >= 0:
        f = 1.0 / (1.0 + math.exp(-b))
        log_f = math.log(f)
    else:
        log_f = b - math.log1p(math.exp(b))
    if log_f == 0.0:
        return math.inf
    return -math.log(2.0) / log_f
