# verdict: wrong
# mistake: The expectation is estimated by averaging over some sampled masks instead of being computed exactly.
import numpy as np


def expected_dropout_loss(x, y, weight, p):
    if p < 0 or p >= 1:
        raise ValueError("p must satisfy 0 <= p < 1")
    rng = np.random.default_rng(0)
    draws = 4000
    total = 0.0
    for _ in range(draws):
        mask = (rng.random(x.shape) >= p) / (1 - p)
        total += np.sum((y - (x * mask) @ weight) ** 2)
    return total / draws
