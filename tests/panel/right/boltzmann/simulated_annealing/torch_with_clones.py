# verdict: passed
# style: PyTorch, straightforward loop with clones and a prepared tensor for the energies
import torch


def simulated_annealing(energy, state, temperatures, proposals, uniforms):
    if (temperatures < 0).any():
        raise ValueError(f"negative temperatures: {temperatures}")
    steps = len(proposals)
    now = state.clone()
    e_now = torch.as_tensor(energy(now.clone()), dtype=torch.float64)
    best, e_best = now.clone(), e_now
    history = torch.zeros(steps, dtype=state.dtype)
    for t in range(steps):
        sign = torch.ones_like(now)
        sign[proposals[t]] = -1
        trial = now * sign
        e_trial = torch.as_tensor(energy(trial.clone()), dtype=torch.float64)
        delta = e_trial - e_now
        accepted = bool(delta <= 0)
        if not accepted and temperatures[t] > 0:
            accepted = bool(uniforms[t] < torch.exp(-delta / temperatures[t].double()))
        if accepted:
            now, e_now = trial, e_trial
        if e_now < e_best:
            best, e_best = now.clone(), e_now
        history[t] = e_now
    return best, history
