# verdict: wrong
# mistake: Clips the gate argument at +-20, so swish(-1000) is -2e-6 instead of 0.
# told: clips_the_gate
import numpy as np


def swish(x, beta=1.0):
    g = np.clip(beta * x, -20, 20)
    return x / (1 + np.exp(-g))
