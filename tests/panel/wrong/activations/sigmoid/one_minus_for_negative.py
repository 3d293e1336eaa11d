# verdict: wrong
# mistake: Uses 1 - sigmoid(-x) on the negative side, which cancels and loses the digits of small results.
# told: loses_small_results
import numpy as np


def sigmoid(x):
    right_half = 1 / (1 + np.exp(-np.abs(x)))
    return np.where(x >= 0, right_half, 1 - right_half)
