# verdict: wrong
# mistake: x * (x > 0) is NaN at minus infinity, because 0 times infinity is NaN.
# told: computes_with_infinity
import numpy as np


def relu(x):
    return x * (x > 0)
