# verdict: raised
# mistake: Computes exp(-delta / T) also for steps downhill, which overflows with an OverflowError when the gain is huge compared with T.
# told: overflows
import math

import numpy as np


def simulated_annealing(energy, state, temperatures, proposals, uniforms):
    if any(t < 0 for t in temperatures):
        raise ValueError("temperatures must be >= 0")
    s, e = state.copy(), float(energy(state))
    best, lowest = s.copy(), e
    energies = []
    for t, i, u in zip(temperatures, proposals, uniforms):
        s[i] = -s[i]
        e_new = float(energy(s))
        delta = e_new - e
        if t > 0:
            accept = u < min(1.0, math.exp(-delta / float(t)))
        else:
            accept = delta <= 0
        if accept:
            e = e_new
            if e < lowest:
                best, lowest = s.copy(), e
        else:
            s[i] = -s[i]
        energies.append(e)
    return best, np.array(energies, dtype=state.dtype)
