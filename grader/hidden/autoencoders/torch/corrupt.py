"""The known mistakes of autoencoders/corrupt, as people write them in PyTorch."""

import torch

from solutions.autoencoders.torch.corrupt import corrupt


def rescales_like_dropout(x, u, p):
    return corrupt(x, u, p) / (1 - p if p < 1 else 1)


def keeps_what_should_be_lost(x, u, p):
    corrupt(x, u, p)
    return torch.where(u < p, x, 0)


def takes_p_for_the_share_that_is_kept(x, u, p):
    corrupt(x, u, p)
    return torch.where(u < 1 - p, x, 0)


def loses_u_equal_to_p(x, u, p):
    corrupt(x, u, p)
    return torch.where(u <= p, 0, x)


def loses_the_same_in_every_sample(x, u, p):
    corrupt(x, u, p)
    return torch.where((u[:1] if u.ndim else u) < p, 0, x)


def loses_whole_samples(x, u, p):
    corrupt(x, u, p)
    return torch.where((u[..., :1] if u.ndim else u) < p, 0, x)


def multiplies_by_a_mask(x, u, p):
    corrupt(x, u, p)
    return x * (u >= p)


def adds_the_noise(x, u, p):
    corrupt(x, u, p)
    return x + p * u


def marks_with_minus_one(x, u, p):
    corrupt(x, u, p)
    return x.masked_fill(u < p, -1)


def returns_the_mask(x, u, p):
    corrupt(x, u, p)
    return (u >= p).to(x.dtype)


def corrupts_the_target(x, u, p):
    corrupt(x, u, p)
    return x.masked_fill_(u < p, 0)


def hands_back_x(x, u, p):
    return corrupt(x, u, p) if p else x


def allows_any_p(x, u, p):
    corrupt(x, u, 0.5)
    return torch.where(u < p, torch.zeros_like(x), x)


def refuses_one(x, u, p):
    if not 0 <= p < 1:
        raise ValueError(f"p must be below 1, got {p}")
    return corrupt(x, u, p)


def broadcasts(x, u, p):
    corrupt(x, x, p)
    return torch.where(u < p, 0, x)


def returns_float32(x, u, p):
    return corrupt(x.float(), u, p)


def returns_float64(x, u, p):
    return corrupt(x.double(), u, p)
