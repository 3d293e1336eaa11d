# verdict: wrong
# mistake: a mask of four axes is drawn for (batch, channel) only and spread over the picture.
# told: drops_whole_channels
import numpy as np


def dropout_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    scale = 1 / (1 - p) if p < 1 else 0.0
    drawn = shape[:2] + (1, 1) if len(shape) == 4 else shape
    u = rng.random(drawn)
    return np.where(u < p, 0.0, scale) * np.ones(shape)
