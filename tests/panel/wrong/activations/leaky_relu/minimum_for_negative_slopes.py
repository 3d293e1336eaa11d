# verdict: wrong
# mistake: Takes the minimum of x and a x for every slope outside 0..1, which is wrong for negative slopes.
# told: takes_the_smaller_below_zero
import numpy as np


def leaky_relu(x, negative_slope=0.01):
    scaled = x * float(negative_slope)
    if 0 <= negative_slope <= 1:
        return np.maximum(x, scaled)
    return np.minimum(x, scaled)
