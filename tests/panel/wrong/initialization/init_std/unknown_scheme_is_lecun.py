# verdict: wrong
# mistake: Any unknown scheme is silently taken for LeCun's, where a ValueError that names scheme must be raised.
# told: falls_through_to_lecun
import math


def init_std(fan_in, fan_out, scheme):
    if scheme == "xavier":
        variance = 2.0 / (fan_in + fan_out)
    elif scheme == "he":
        variance = 2.0 / fan_in
    else:
        variance = 1.0 / fan_in
    return math.sqrt(variance)
