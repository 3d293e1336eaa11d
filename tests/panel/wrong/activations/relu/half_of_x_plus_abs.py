# verdict: wrong
# mistake: (x + |x|) / 2 is NaN at minus infinity and overflows to infinity near the largest float.
# told: averages_with_the_absolute_value
import numpy as np


def relu(x):
    return (x + np.abs(x)) / 2
