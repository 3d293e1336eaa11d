# verdict: wrong
# mistake: A unit with a sum of exactly 0 is set to +1 where it should stay as it is.
# told: switches_on_at_zero
import numpy as np


def hopfield_update(state, weight, order):
    s = state.copy()
    for i in order:
        h = weight[i] @ s
        s[i] = 1.0 if h >= 0 else -1.0
    return s
