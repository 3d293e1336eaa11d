# verdict: wrong
# mistake: Computes the negative side as 1 minus the positive side, which cancels and turns small results such as sigma(-40) into 0.
# told: loses_small_results
import numpy as np


def sigmoid(x):
    right = 1 / (1 + np.exp(-np.abs(x)))
    return np.where(x >= 0, right, 1 - right)
