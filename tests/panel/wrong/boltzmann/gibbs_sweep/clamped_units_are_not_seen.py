# verdict: wrong
# mistake: Clamped units are left out of the sums of the others, who should see them like any unit.
# told: is_deaf_to_clamped_units
import numpy as np


def gibbs_sweep(state, weight, bias, uniforms, temperature=1.0, clamped=None):
    if temperature <= 0:
        raise ValueError("temperature must be above 0")
    n = len(state)
    if clamped is None:
        clamped = np.zeros(n, dtype=bool)
    free = [i for i in range(n) if not clamped[i]]
    s = state.copy()
    for i in free:
        total = bias[i]
        for j in free:
            total = total + weight[i, j] * s[j]
        p = np.exp(-np.logaddexp(0, -total / temperature))
        s[i] = 1.0 if uniforms[i] < p else 0.0
    return s
