"""The known mistakes of attention/flash_attention, as people write them in PyTorch."""

import math

import torch


def plain(query, key, value):
    """The ordinary formula, with the whole table."""
    scores = query @ key.mT / math.sqrt(query.shape[-1])
    return torch.softmax(scores, -1) @ value, torch.logsumexp(scores, -1)


def variant(query, key, value, block_size, step=None, *, scale=None, start=-torch.inf, lse=None, whole_blocks=False):
    """The right answer, with one part of it replaced; `step` gives the factors for the sum and the output, and the maximum."""
    if block_size < 1:
        raise ValueError("block_size")
    keys = key.shape[-2] // block_size * block_size if whole_blocks and key.shape[-2] >= block_size else key.shape[-2]
    top = torch.full_like(query[..., :1], start)
    total, output = torch.zeros_like(top), torch.zeros_like(top)
    for first in range(0, keys, block_size):
        k, v = (a[..., first : min(first + block_size, keys), :] for a in (key, value))
        scores = query @ k.mT / math.sqrt(scale or query.shape[-1])
        high = torch.maximum(top, scores.amax(-1, keepdim=True))
        for_total = for_output = torch.exp(top - high)
        if step:
            for_total, for_output, high = step(top, high, scores)
        e = torch.exp(scores - high)
        total = total * for_total + e.sum(-1, keepdim=True)
        output = output * for_output + e @ v
        top = high
    return output / total, (lse(top, total) if lse else top + torch.log(total))[..., 0]


def rescales_the_sum_only(query, key, value, block_size):
    return variant(query, key, value, block_size, lambda top, high, s: (torch.exp(top - high), 1, high))


def rescales_the_output_only(query, key, value, block_size):
    return variant(query, key, value, block_size, lambda top, high, s: (1, torch.exp(top - high), high))


def never_rescales(query, key, value, block_size):
    return variant(query, key, value, block_size, lambda top, high, s: (1, 1, high))


def rescales_the_wrong_way(query, key, value, block_size):
    def step(top, high, scores):
        factor = torch.exp(torch.where(top > -torch.inf, high - top, 0))
        return factor, factor, high

    return variant(query, key, value, block_size, step)


def forgets_the_old_maximum(query, key, value, block_size):
    def step(top, high, scores):
        here = scores.amax(dim=-1, keepdim=True)
        return torch.exp(top - here), torch.exp(top - here), here

    return variant(query, key, value, block_size, step)


def subtracts_no_maximum(query, key, value, block_size):
    return variant(query, key, value, block_size, lambda top, high, s: (1, 1, 0 * high))


def begins_at_zero(query, key, value, block_size):
    return variant(query, key, value, block_size, start=0)


def averages_the_blocks(query, key, value, block_size):
    if block_size < 1:
        raise ValueError("block_size")
    starts = range(0, key.shape[-2], block_size)
    parts = [plain(query, key[..., i : i + block_size, :], value[..., i : i + block_size, :])[0] for i in starts]
    return sum(parts) / len(parts), variant(query, key, value, block_size)[1]


def drops_the_last_block(query, key, value, block_size):
    return variant(query, key, value, block_size, whole_blocks=True)


def returns_the_maximum(query, key, value, block_size):
    return variant(query, key, value, block_size, lse=lambda top, total: top)


def returns_the_logarithm_alone(query, key, value, block_size):
    return variant(query, key, value, block_size, lse=lambda top, total: torch.log(total))


def returns_the_sum(query, key, value, block_size):
    return variant(query, key, value, block_size, lse=lambda top, total: total)


def keeps_an_axis(query, key, value, block_size):
    output, lse = variant(query, key, value, block_size)
    return output, lse[..., None]


def forgets_the_scale(query, key, value, block_size):
    return variant(query, key, value, block_size, scale=1)


def takes_any_block_size(query, key, value, block_size):
    return variant(query, key, value, max(block_size, 1))


def returns_float64(query, key, value, block_size):
    return variant(query.double(), key.double(), value.double(), block_size)


def overwrites_query(query, key, value, block_size):
    result = variant(query, key, value, block_size)
    query /= math.sqrt(query.shape[-1])
    return result
