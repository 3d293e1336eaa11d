# verdict: wrong
# mistake: Clips z to 60 to avoid overflow before all of swish is computed, so swish(z) stops growing at 60 instead of being z.
import numpy as np


def silu(z):
    z = np.clip(z, -60, 60)
    return z / (1 + np.exp(-z))


def swiglu(x, weight_gate, weight_up, weight_down):
    gate = silu(np.matmul(x, weight_gate.T))
    up = np.matmul(x, weight_up.T)
    return np.matmul(gate * up, weight_down.T)
