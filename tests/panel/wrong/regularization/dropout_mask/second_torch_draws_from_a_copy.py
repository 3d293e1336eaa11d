# verdict: wrong
# mistake: the draws are made on a copy of the generator, so rng never moves on and the next mask is the same.
import torch


def dropout_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError(f"p must be in [0, 1], got {p}")
    local = rng.clone_state()
    u = torch.rand(shape, generator=local, dtype=torch.float64, device=rng.device)
    if p == 1:
        return torch.zeros_like(u)
    return (u >= p).to(torch.float64) / (1.0 - p)
