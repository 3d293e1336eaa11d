# verdict: wrong
# mistake: x exp(bx)/(exp(bx)+1) is NaN in float32 already above about 89, and at 1000 in float64.
# told: divides_infinity_by_infinity
import torch


def swish(x, beta=1.0):
    e = (beta * x).exp()
    return x * e / (e + 1)
