# verdict: wrong
# mistake: detach() shares its memory with the argument, so the sweep overwrites the caller's state and returns no new array.
# told: overwrites_state
import torch


def gibbs_sweep(state, weight, bias, uniforms, temperature=1.0, clamped=None):
    if not temperature > 0:
        raise ValueError("temperature must be greater than 0")
    s = state.detach()
    n = s.shape[0]
    clamped = torch.zeros(n, dtype=torch.bool) if clamped is None else clamped
    for i in range(n):
        if bool(clamped[i]):
            continue
        p = torch.sigmoid((weight[i] @ s + bias[i]) / temperature)
        s[i] = (uniforms[i] < p).to(s.dtype)
    return s
