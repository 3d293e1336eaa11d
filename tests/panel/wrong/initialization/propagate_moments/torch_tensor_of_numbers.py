# verdict: wrong
# mistake: Collects Python numbers in torch.tensor, whose dtype is float32 also for float64 inputs.
import torch


def propagate_moments(x, weight, std, act):
    if act not in ("relu", "tanh", "identity"):
        raise ValueError(f"act must be relu, tanh or identity, got {act!r}")
    a = x
    moments = [a.square().mean().item()]
    for w in weight:
        a = a @ (std * w).T
        if act == "relu":
            a = a.relu()
        elif act == "tanh":
            a = a.tanh()
        moments.append(a.square().mean().item())
    return torch.tensor(moments)
