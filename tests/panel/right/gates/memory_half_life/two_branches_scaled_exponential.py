# verdict: passed
# style: pure Python, three ranges, exponential with a spare factor near overflow
import math

LN2 = math.log(2.0)


def memory_half_life(forget_bias):
    b = float(forget_bias)
    if b > 710.5:
        return math.inf
    if b > 40.0:
        # log1p(e^-b) is e^-b here; one factor e is kept outside so that exp does not overflow first
        return (LN2 * math.e) * math.exp(b - 1.0)
    if b >= 0.0:
        return LN2 / math.log1p(math.exp(-b))
    return LN2 / (math.log1p(math.exp(b)) - b)
