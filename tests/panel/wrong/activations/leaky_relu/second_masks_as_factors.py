# verdict: wrong
# mistake: Multiplies the scaled values by a 0/1 mask, so a positive element whose product with a steep slope overflows becomes NaN.
# told: multiplies_by_masks
import numpy as np


def leaky_relu(x, negative_slope=0.01):
    with np.errstate(over="ignore", invalid="ignore"):
        return x * (x > 0) + (negative_slope * x) * (x <= 0)
