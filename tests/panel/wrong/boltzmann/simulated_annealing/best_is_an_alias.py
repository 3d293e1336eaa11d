# verdict: wrong
# mistake: The best state is remembered without a copy and keeps walking, so the last state of the walk is returned.
# told: returns_the_last_state
import torch


def simulated_annealing(energy, state, temperatures, proposals, uniforms):
    if torch.any(temperatures < 0):
        raise ValueError("temperatures must not be below 0")
    s = state.clone()
    e = energy(s)
    best, best_e = s, e
    energies = torch.zeros(len(proposals), dtype=state.dtype)
    for k, i in enumerate(proposals.tolist()):
        s[i] = -s[i]
        e_new = energy(s)
        delta = float(e_new - e)
        T = temperatures[k]
        if delta <= 0 or (T > 0 and uniforms[k] < torch.exp(-delta / T)):
            e = e_new
            if e < best_e:
                best, best_e = s, e
        else:
            s[i] = -s[i]
        energies[k] = e
    return best, energies
