# verdict: passed
# style: PyTorch, torch.bernoulli of a tensor of probabilities, torch.where
import torch


def _check_probability(p):
    if not (0 <= p <= 1):
        raise ValueError("dropout probability p must be within [0, 1]")


def dropout_mask(shape, p, rng):
    _check_probability(p)
    drop_probabilities = torch.full(tuple(shape), float(p), dtype=torch.float64)
    dropped = torch.bernoulli(drop_probabilities, generator=rng).bool()
    zero = torch.zeros((), dtype=torch.float64)
    scale = torch.tensor(0.0 if p == 1 else 1.0 / (1.0 - p), dtype=torch.float64)
    return torch.where(dropped, zero, scale)
