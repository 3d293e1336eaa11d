# verdict: passed
# style: torch, recursion on the remaining layers, concatenation of moments
import torch

PHI = {"relu": torch.relu, "tanh": torch.tanh, "identity": torch.clone}


def _moments(a, weight, std, phi):
    here = a.pow(2).mean().reshape(1)
    if weight.shape[0] == 0:
        return here
    after = phi(torch.einsum("oi,ni->no", weight[0] * std, a))
    return torch.cat([here, _moments(after, weight[1:], std, phi)])


def propagate_moments(x, weight, std, act):
    if act not in PHI:
        raise ValueError(f"unknown act {act!r}, choose from {tuple(PHI)}")
    return _moments(x, weight, std, PHI[act])
