# verdict: wrong
# mistake: The check looks at the absolute value only, so a negative gate such as -0.5 is accepted without an error.
# told: lets_negative_gates_pass
import numpy as np


def gated_update(c, f, i, g):
    if (np.abs(f) > 1).any():
        raise ValueError("f is not a gate: pass it through a sigmoid first")
    if (np.abs(i) > 1).any():
        raise ValueError("i is not a gate: pass it through a sigmoid first")
    return np.asarray(f * c + i * g)
