# verdict: passed
# style: a generator yields the walk, the draw is compared in logarithms and without a division
import math

import numpy as np


def _walk(energy, state, temperatures, proposals, uniforms):
    now, e_now = state.copy(), float(energy(state.copy()))
    yield now, e_now
    for t, i, u in zip(temperatures.tolist(), proposals.tolist(), uniforms.tolist()):
        turned = now.copy()
        turned[i] = -turned[i]
        e_turned = float(energy(turned.copy()))
        rise = e_turned - e_now
        if rise <= 0 or (t > 0 and t * math.log(u) < -rise):
            now, e_now = turned, e_turned
        yield now, e_now


def simulated_annealing(energy, state, temperatures, proposals, uniforms):
    if np.any(np.asarray(temperatures) < 0):
        raise ValueError("temperatures must not be negative")
    visited = list(_walk(energy, state, temperatures, proposals, uniforms))
    best_state, _ = min(visited, key=lambda pair: pair[1])
    return best_state.copy(), np.array([e for _, e in visited[1:]], dtype=state.dtype)
