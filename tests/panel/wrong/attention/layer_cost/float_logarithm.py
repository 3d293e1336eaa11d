# verdict: wrong
# mistake: The path is rounded up from a floating-point logarithm, which lies above the whole number for some exact powers.
# told: divides_logarithms
import math


def layer_cost(kind, n, d, k=3):
    if kind == "attention":
        return (n * n * d, 1, 1)
    elif kind == "rnn":
        return (n * d * d, n, n)
    elif kind == "conv":
        return (k * n * d * d, 1, max(1, math.ceil(math.log(n, k))))
    else:
        raise ValueError("kind must be attention, rnn or conv")
