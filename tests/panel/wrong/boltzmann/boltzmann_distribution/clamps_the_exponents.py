# verdict: wrong
# mistake: Clamps -E/T to [-50, 50] against overflow, which makes states of very different large energies equally likely.
import torch


def boltzmann_distribution(weight, bias, temperature=1.0):
    if temperature <= 0:
        raise ValueError("temperature must be > 0")
    n = weight.shape[0]
    idx = torch.arange(2**n)
    s = torch.stack([(idx // 2 ** (n - 1 - i)) % 2 for i in range(n)], dim=1).to(weight.dtype)
    energy = -0.5 * ((s @ weight) * s).sum(dim=1) - s @ bias
    logits = torch.clamp(-energy / temperature, -50.0, 50.0)  # keeps exp from overflowing
    p = torch.exp(logits)
    return p / p.sum()
