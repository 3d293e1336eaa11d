"""The known mistakes of regularization/dropout_mask, as people write them in PyTorch."""

import math

import torch

from solutions.regularization.torch.dropout_mask import dropout_mask


def draw(shape, rng):
    return torch.rand(shape, generator=rng, dtype=torch.float64, device=rng.device)


def checked(p):
    if not 0 <= p <= 1:
        raise ValueError("p")


def swaps_drop_and_keep(shape, p, rng):
    checked(p)
    u = draw(shape, rng)
    return torch.zeros_like(u) if p == 1 else (u < p).double() / (1 - p)


def takes_p_for_the_share_kept(shape, p, rng):
    checked(p)
    return (draw(shape, rng) < p).double() / p


def forgets_the_scale(shape, p, rng):
    return (dropout_mask(shape, p, rng) > 0).double()


def divides_by_p(shape, p, rng):
    return (dropout_mask(shape, p, rng) > 0).double() / p


def repeats_one_row(shape, p, rng):
    return dropout_mask(shape[1:] or shape, p, rng).expand(shape).clone()


def drops_whole_rows(shape, p, rng):
    drawn = (*shape[:-1], 1) if len(shape) > 1 else shape
    return dropout_mask(drawn, p, rng).expand(shape).clone()


def drops_whole_channels(shape, p, rng):
    drawn = (*shape[:2], 1, 1) if len(shape) == 4 else shape
    return dropout_mask(drawn, p, rng).expand(shape).clone()


def drops_a_fixed_number(shape, p, rng):
    checked(p)
    size = math.prod(shape)
    mask = torch.full((size,), 1 / (1 - p) if p < 1 else 0.0, dtype=torch.float64, device=rng.device)
    mask[torch.randperm(size, generator=rng, device=rng.device)[: round(p * size)]] = 0
    return mask.reshape(shape)


def ignores_rng(shape, p, rng):
    return dropout_mask(shape, p, torch.Generator(rng.device).manual_seed(42))


def scales_by_the_share_kept(shape, p, rng):
    kept = (dropout_mask(shape, p, rng) > 0).double()
    return kept / kept.mean().clamp(min=1 / kept.numel())


def rounds_p_to_percents(shape, p, rng):
    checked(p)
    tickets = torch.randint(0, 100, shape, generator=rng, device=rng.device)
    return torch.zeros_like(tickets).double() if p == 1 else (tickets >= int(100 * p)).double() / (1 - p)


def returns_float32(shape, p, rng):
    return dropout_mask(shape, p, rng).float()


def scales_in_float32(shape, p, rng):
    return dropout_mask(shape, p, rng).float().double()


def divides_zero_by_zero(shape, p, rng):
    checked(p)
    return (draw(shape, rng) >= p).double() / (1 - p)


def raises_if_all_is_dropped(shape, p, rng):
    checked(p)
    return (draw(shape, rng) >= p).double() * (1 / (1 - p))


def checks_nothing(shape, p, rng):
    u = draw(shape, rng)
    return torch.zeros_like(u) if p == 1 else (u >= p).double() / (1 - p)


def checks_by_assert(shape, p, rng):
    assert 0 <= p <= 1
    return dropout_mask(shape, p, rng)
