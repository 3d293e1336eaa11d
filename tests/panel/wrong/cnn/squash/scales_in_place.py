# verdict: wrong
# mistake: The capsules are scaled in place, so the input is changed.
# told: overwrites_the_input
import numpy as np


def squash(s, dim=-1):
    norm = np.linalg.norm(s, axis=dim, keepdims=True)
    s *= norm / (1.0 + norm**2)
    return s
