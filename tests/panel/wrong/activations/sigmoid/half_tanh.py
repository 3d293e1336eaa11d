# verdict: wrong
# mistake: 0.5 (1 + tanh(x/2)) cancels for negative x: sigmoid(-40) comes out as exactly 0.
# told: loses_small_results
import numpy as np


def sigmoid(x):
    # the tanh identity never overflows
    return (0.5 * (1.0 + np.tanh(0.5 * x))).astype(x.dtype)
