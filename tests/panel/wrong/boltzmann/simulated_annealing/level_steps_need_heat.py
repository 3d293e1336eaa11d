# verdict: wrong
# mistake: Only a strictly lower energy is accepted at temperature 0, so a step with no difference is rejected there.
# told: refuses_steps_on_the_level
import numpy as np


def simulated_annealing(energy, state, temperatures, proposals, uniforms):
    if np.min(temperatures, initial=0.0) < 0:
        raise ValueError("temperatures below 0 are not allowed")
    current = np.array(state)
    current_e = energy(current)
    best, best_e = current.copy(), current_e
    energies = np.empty(len(proposals), dtype=state.dtype)
    for k in range(len(proposals)):
        candidate = current.copy()
        candidate[proposals[k]] = -candidate[proposals[k]]
        e = energy(candidate)
        delta = e - current_e
        if delta < 0:
            accept = True
        elif temperatures[k] == 0:
            accept = False
        else:
            with np.errstate(over="ignore"):
                accept = uniforms[k] < np.exp(-delta / temperatures[k])
        if accept:
            current, current_e = candidate, e
        if current_e < best_e:
            best, best_e = current.copy(), current_e
        energies[k] = current_e
    return best, energies
