# verdict: wrong
# mistake: Draws one number for each pair of channels and repeats it at all places of the kernel.
# told: fills_each_kernel_with_one_number
import math

import numpy as np


def xavier_uniform(shape, rng, gain=1.0):
    if len(shape) < 2:
        raise ValueError(f"shape must have at least two axes, got {shape}")
    n_out, n_in, *kernel = shape
    r = math.prod(kernel)
    bound = gain * math.sqrt(6.0 / (n_in * r + n_out * r))
    planes = rng.uniform(-bound, bound, size=(n_out, n_in) + (1,) * len(kernel))
    return planes * np.ones(shape)
