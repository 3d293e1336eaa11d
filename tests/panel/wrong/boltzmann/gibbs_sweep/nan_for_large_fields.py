# verdict: wrong
# mistake: The sigmoid exp(a) / (1 + exp(a)) becomes NaN for large a, and the unit is then switched off although its probability is 1.
# told: overflows
import numpy as np


def gibbs_sweep(state, weight, bias, uniforms, temperature=1.0, clamped=None):
    if temperature <= 0:
        raise ValueError("temperature must be above 0")
    s = np.copy(state)
    for i in range(s.size):
        if clamped is not None and clamped[i]:
            continue
        a = (weight[i] @ s + bias[i]) / temperature
        p = np.exp(a) / (1.0 + np.exp(a))
        s[i] = uniforms[i] < p
    return s
