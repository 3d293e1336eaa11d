# verdict: wrong
# mistake: Of several equally low states the last one is returned and not the first.
# told: returns_the_last_of_equals
import numpy as np


def simulated_annealing(energy, state, temperatures, proposals, uniforms):
    if (temperatures < 0).any():
        raise ValueError("temperatures must be at least 0")
    s = state.copy()
    e = energy(s)
    best, best_e = s.copy(), e
    trace = []
    for T, i, u in zip(temperatures, proposals, uniforms):
        new = s.copy()
        new[i] *= -1
        e_new = energy(new)
        d = e_new - e
        if d <= 0 or (T > 0 and u < np.exp(-d / T)):
            s, e = new, e_new
            if e <= best_e:
                best, best_e = s.copy(), e
        trace.append(e)
    return best, np.array(trace, dtype=state.dtype)
