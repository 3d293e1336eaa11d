"""The known mistakes of attention/sliding_window_attention, as people write them in PyTorch."""

import math

import torch


def variant(query, key, value, window, allowed=None, *, scale=None, stable=True, when="before", fill=-torch.inf):
    """The right values, with one part of the way there replaced; `allowed` compares how far back a key lies with the window."""
    if window < 1:
        raise ValueError("window")
    position = torch.arange(query.shape[-2])
    back = position[:, None] - position
    seen = allowed(back, window) if allowed else (back >= 0) & (back < window)
    scores = query @ key.mT / math.sqrt(scale or query.shape[-1])
    if when == "before":
        scores = scores.masked_fill(~seen, fill)
    weights = torch.exp(scores - scores.amax(-1, keepdim=True) * stable)
    if when == "between":
        weights = weights * seen
    weights = weights / weights.sum(-1, keepdim=True)
    return (weights * seen if when == "after" else weights) @ value


def looks_one_too_far(query, key, value, window):
    return variant(query, key, value, window, lambda back, w: (back >= 0) & (back <= w))


def leaves_out_itself(query, key, value, window):
    output = variant(query, key, value, window, lambda back, w: (back > 0) & (back < max(w, 2)))
    return torch.nan_to_num(output)


def looks_both_ways(query, key, value, window):
    return variant(query, key, value, window, lambda back, w: abs(back) < w)


def centres_the_window(query, key, value, window):
    return variant(query, key, value, window, lambda back, w: (back >= -((w - 1) // 2)) & (back <= w // 2))


def looks_ahead(query, key, value, window):
    return variant(query, key, value, window, lambda back, w: (back <= 0) & (back > -w))


def forgets_the_window(query, key, value, window):
    return variant(query, key, value, window, lambda back, w: back >= 0)


def cuts_into_blocks(query, key, value, window):
    block = torch.arange(query.shape[-2]) // max(window, 1)
    return variant(query, key, value, window, lambda back, w: (back >= 0) & (block[:, None] == block))


def attends_to_the_padding(query, key, value, window):
    wide = [torch.cat([torch.zeros_like(a[..., :1, :])] * (window - 1) + [a], dim=-2) for a in (query, key, value)]
    return variant(*wide, window)[..., max(window - 1, 0) :, :].clone()


def masks_the_weights(query, key, value, window):
    return variant(query, key, value, window, when="after")


def fills_with_zero(query, key, value, window):
    return variant(query, key, value, window, fill=0)


def takes_the_maximum_before_masking(query, key, value, window):
    return variant(query, key, value, window, when="between")


def forgets_the_scale(query, key, value, window):
    return variant(query, key, value, window, scale=1)


def scales_by_the_window(query, key, value, window):
    return variant(query, key, value, window, scale=window)


def overflows(query, key, value, window):
    return variant(query, key, value, window, stable=False)


def takes_any_window(query, key, value, window):
    return variant(query, key, value, max(window, 1))


def returns_float64(query, key, value, window):
    return variant(query.double(), key.double(), value.double(), window)


def overwrites_query(query, key, value, window):
    result = variant(query, key, value, window)
    query /= math.sqrt(query.shape[-1])
    return result
