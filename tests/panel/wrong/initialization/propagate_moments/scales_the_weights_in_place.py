# verdict: wrong
# mistake: Multiplies the caller's weights by std in place, although the inputs must not change.
import numpy as np


def propagate_moments(x, weight, std, act):
    acts = {"relu": lambda z: np.maximum(z, 0), "tanh": np.tanh, "identity": lambda z: z}
    if act not in acts:
        raise ValueError(f"act must be one of {list(acts)}, got {act!r}")
    weight *= std
    a = x
    moments = [np.mean(a**2)]
    for w in weight:
        a = acts[act](a @ w.T)
        moments.append(np.mean(a**2))
    return np.array(moments, dtype=x.dtype)
