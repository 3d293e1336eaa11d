# verdict: wrong
# mistake: exp(z) / (1 + exp(z)) is infinity over infinity for large sums and gives NaN.
# told: overflows
import numpy as np


def rbm_conditionals(visible, hidden, weight, visible_bias, hidden_bias):
    odds_h = np.exp(hidden_bias + np.einsum("...i,ji->...j", visible, weight))
    odds_v = np.exp(visible_bias + np.einsum("...j,ji->...i", hidden, weight))
    return odds_h / (1 + odds_h), odds_v / (1 + odds_v)
