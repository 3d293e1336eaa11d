# verdict: wrong
# mistake: softplus(x) - t x subtracts two numbers near 40 at a score of 40 with target 1, so the small cost of 4.2e-18 becomes 0.
# told: rounds_small_costs_away
import numpy as np


def bce_with_logits(input, target):
    if input.shape != target.shape:
        raise ValueError("target must have the same shape as input")
    softplus = np.maximum(input, 0) + np.log1p(np.exp(-np.abs(input)))
    loss = np.mean(softplus - target * input)
    e = np.exp(-np.abs(input))
    p = np.where(input >= 0, 1 / (1 + e), e / (1 + e))
    return loss, np.asarray((p - target) / input.size)
