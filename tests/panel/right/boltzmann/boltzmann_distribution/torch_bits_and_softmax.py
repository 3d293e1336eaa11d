# verdict: passed
# style: PyTorch, bit shifts for the states, quadratic form by einsum, softmax of shifted energies
import torch


def boltzmann_distribution(weight, bias, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature has to be positive")
    n = bias.shape[0]
    numbers = torch.arange(2**n, device=weight.device).unsqueeze(1)
    shifts = torch.arange(n - 1, -1, -1, device=weight.device)
    s = ((numbers >> shifts) & 1).to(weight.dtype)
    energy = -0.5 * torch.einsum("ki,ij,kj->k", s, weight, s) - s @ bias.to(weight.dtype)
    return torch.softmax((energy.min() - energy) / temperature, dim=0)
