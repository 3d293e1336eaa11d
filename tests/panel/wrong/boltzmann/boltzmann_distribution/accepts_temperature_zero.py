# verdict: wrong
# mistake: Refuses negative temperatures only; a temperature of exactly 0 goes through.
# told: accepts_zero
import itertools

import numpy as np


def boltzmann_distribution(weight, bias, temperature=1.0):
    if temperature < 0:
        raise ValueError(f"temperature must be positive, not {temperature}")
    n = weight.shape[0]
    s = np.array(list(itertools.product([0.0, 1.0], repeat=n)))
    energy = -0.5 * np.sum((s @ weight) * s, axis=1) - s @ bias
    z = -(energy - energy.min())
    with np.errstate(all="ignore"):
        p = np.exp(z / temperature)
    p = p / p.sum()
    return p.astype(weight.dtype)
