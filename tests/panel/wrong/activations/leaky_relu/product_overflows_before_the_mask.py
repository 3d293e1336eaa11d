# verdict: wrong
# mistake: Multiplies all of x by the slope and masks afterwards, so a large positive x gives inf * 0 = NaN.
# told: multiplies_by_masks
import numpy as np


def leaky_relu(x, negative_slope=0.01):
    a = float(negative_slope)
    with np.errstate(over="ignore", invalid="ignore"):
        return x * (x > 0) + (a * x) * (x <= 0)
