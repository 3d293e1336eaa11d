# verdict: passed
# style: PyTorch, the state as a list of scalars that is stacked at the end
import torch


def gibbs_sweep(state, weight, bias, uniforms, temperature=1.0, clamped=None):
    if temperature <= 0:
        raise ValueError("temperature must be positive")
    fixed = [False] * len(state) if clamped is None else clamped.tolist()
    units = list(state.clone().unbind())
    for i, row in enumerate(weight):
        if fixed[i]:
            continue
        field = (row * torch.stack(units)).sum() + bias[i]
        p = torch.sigmoid(field / temperature)
        units[i] = (uniforms[i] < p).to(state.dtype)
    return torch.stack(units)
