# verdict: wrong
# mistake: Chooses minimum instead of maximum by |slope| > 1, so a slope below -1 turns positive elements negative.
import numpy as np


def leaky_relu(x, negative_slope=0.01):
    scaled = negative_slope * x
    if abs(negative_slope) <= 1:
        return np.maximum(x, scaled)
    return np.minimum(x, scaled)
