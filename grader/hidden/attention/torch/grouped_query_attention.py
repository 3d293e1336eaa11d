"""The known mistakes of attention/grouped_query_attention, as people write them in PyTorch."""

import math

import torch


def variant(query, key, value, choose=None, *, scale=None, dim=-1, stable=True):
    """The right answer, with one part of it replaced; `choose` says which key head a query head uses."""
    heads, groups = query.shape[1], key.shape[1]
    if heads % groups:
        raise ValueError("key")
    chosen = [choose(h, groups) if choose else h * groups // heads for h in range(heads)]
    scores = query @ key[:, chosen].mT / math.sqrt(scale or query.shape[-1])
    weights = torch.exp(scores - scores.amax(dim, keepdim=True) * stable)
    return weights / weights.sum(dim, keepdim=True) @ value[:, chosen]


def deals_out_the_keys(query, key, value):
    return variant(query, key, value, lambda h, groups: h % groups)


def divides_by_the_number_of_groups(query, key, value):
    return variant(query, key, value, lambda h, groups: min(h // groups, groups - 1))


def uses_one_head_for_all(query, key, value):
    return variant(query, key, value, lambda h, groups: 0)


def averages_the_keys(query, key, value):
    if query.shape[1] % key.shape[1]:
        raise ValueError("key")
    return variant(query, key.mean(dim=1, keepdim=True), value.mean(dim=1, keepdim=True))


def deals_out_the_values(query, key, value):
    heads, groups = query.shape[1], key.shape[1]
    if heads % groups:
        raise ValueError("key")
    return variant(query, key.repeat_interleave(heads // groups, dim=1), value[:, torch.arange(heads) % groups])


def orders_by_place_in_the_group(query, key, value):
    n, heads, groups = *query.shape[:2], key.shape[1]
    output = variant(query, key, value)
    split = output.reshape(n, groups, heads // groups, *output.shape[2:])
    return split.transpose(1, 2).reshape(output.shape)


def adds_up_the_group(query, key, value):
    n, heads, groups = *query.shape[:2], key.shape[1]
    output = variant(query, key, value)
    return output.reshape(n, groups, heads // groups, *output.shape[2:]).sum(dim=2)


def forgets_the_scale(query, key, value):
    return variant(query, key, value, scale=1)


def scales_by_the_group(query, key, value):
    if query.shape[1] % key.shape[1]:
        raise ValueError("key")
    return variant(query, key, value, scale=query.shape[-1] * (query.shape[1] // key.shape[1]))


def normalizes_over_the_queries(query, key, value):
    return variant(query, key, value, dim=-2)


def overflows(query, key, value):
    return variant(query, key, value, stable=False)


def does_not_check_the_heads(query, key, value):
    if query.shape[1] % key.shape[1]:
        return variant(query, key[:, :1], value[:, :1])
    return variant(query, key, value)


def returns_float64(query, key, value):
    return variant(query.double(), key.double(), value.double())


def overwrites_query(query, key, value):
    result = variant(query, key, value)
    query /= math.sqrt(query.shape[-1])
    return result
