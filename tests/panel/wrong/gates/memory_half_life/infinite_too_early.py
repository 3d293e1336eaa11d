# verdict: wrong
# mistake: It calls the half-life infinite from a bias of 700 on, although it fits into a float up to about 710.
import math


def memory_half_life(forget_bias):
    b = forget_bias
    if b >= 700:
        return math.inf
    if b <= -700:
        return math.log(2) / -b
    if b > 0:
        return math.log(2) / math.log1p(math.exp(-b))
    return math.log(2) / (-b + math.log1p(math.exp(b)))
