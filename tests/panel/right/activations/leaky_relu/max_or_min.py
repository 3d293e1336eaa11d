# verdict: passed
# style: maximum of x and a x up to slope 1, minimum beyond
import numpy as np


def leaky_relu(x, negative_slope=0.01):
    a = float(negative_slope)
    # the two lines through 0 cross there; which one is on top depends on the slope only
    pick = np.maximum if a <= 1 else np.minimum
    return pick(x, x * a)
