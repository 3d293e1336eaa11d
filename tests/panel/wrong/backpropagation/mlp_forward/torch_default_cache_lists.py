# verdict: wrong
# mistake: The lists of the cache are created once, as a default argument, so every further call appends to the cache of the call before.
import torch

PHI = {
    "relu": torch.relu,
    "tanh": torch.tanh,
    "sigmoid": torch.sigmoid,
    "identity": lambda z: z,
}


def _layer(a, weight, bias, name, zs=[], activations=[]):
    z = a @ weight.T + bias
    zs.append(z)
    activations.append(PHI[name](z))
    return activations[-1], zs, activations


def mlp_forward(x, params, hidden="relu", out="identity"):
    if hidden not in PHI:
        raise ValueError(f"hidden must be one of {list(PHI)}, got {hidden!r}")
    if out not in PHI:
        raise ValueError(f"out must be one of {list(PHI)}, got {out!r}")
    a = x
    for number, (weight, bias) in enumerate(params, 1):
        a, zs, activations = _layer(a, weight, bias, out if number == len(params) else hidden)
    return a, {"z": zs, "a": activations}
