# verdict: wrong
# mistake: Multiplies by std after the activation instead of before, which makes a difference for tanh.
# told: scales_behind_the_activation
import numpy as np


def propagate_moments(x, weight, std, act):
    acts = {"relu": lambda z: np.maximum(z, 0), "tanh": np.tanh, "identity": lambda z: z}
    if act not in acts:
        raise ValueError(f"act must be one of {list(acts)}, got {act!r}")
    moments = np.empty(len(weight) + 1, dtype=x.dtype)
    a = x
    moments[0] = np.mean(a**2)
    for l, w in enumerate(weight):
        a = std * acts[act](a @ w.T)
        moments[l + 1] = np.mean(a**2)
    return moments
