# verdict: wrong
# mistake: LeCun's rule divides by fan_in itself instead of by its square root.
import math


def init_std(fan_in, fan_out, scheme):
    if scheme == "xavier":
        return math.sqrt(2 / (fan_in + fan_out))
    if scheme == "he":
        return math.sqrt(2 / fan_in)
    if scheme == "lecun":
        return math.sqrt(1) / fan_in
    raise ValueError(f"scheme must be xavier, he or lecun, got {scheme!r}")
