# verdict: wrong
# mistake: Rounds Xavier's mean of the two fans down to a whole number, which is wrong whenever their sum is odd.
import math


def init_std(fan_in, fan_out, scheme):
    if scheme == "xavier":
        fan, gain = (fan_in + fan_out) // 2, 1.0
    elif scheme == "he":
        fan, gain = fan_in, math.sqrt(2.0)
    elif scheme == "lecun":
        fan, gain = fan_in, 1.0
    else:
        raise ValueError(f"unknown scheme {scheme!r}")
    return gain / math.sqrt(fan)
