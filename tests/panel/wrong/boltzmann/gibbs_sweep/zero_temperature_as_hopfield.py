# verdict: wrong
# mistake: A temperature of 0 is treated as a Hopfield network where the statement wants it refused.
import numpy as np


def gibbs_sweep(state, weight, bias, uniforms, temperature=1.0, clamped=None):
    if temperature < 0:
        raise ValueError("temperature must not be negative")
    out = state.copy()
    for i in range(len(out)):
        if clamped is not None and clamped[i]:
            continue
        field = float(np.dot(weight[i], out) + bias[i])
        if temperature == 0:
            p = float(field > 0)
        else:
            p = np.exp(-np.logaddexp(0.0, -field / temperature))
        out[i] = 1.0 if uniforms[i] < p else 0.0
    return out
