# verdict: wrong
# mistake: The form (1+a)/2 x + (1-a)/2 |x| cancels for steep slopes, so positive elements do not come out as they went in.
# told: cancels
import numpy as np


def leaky_relu(x, negative_slope=0.01):
    f1 = 0.5 * (1 + negative_slope)
    f2 = 0.5 * (1 - negative_slope)
    return f1 * x + f2 * np.abs(x)
