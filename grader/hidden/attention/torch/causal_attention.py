"""The known mistakes of attention/causal_attention, as people write them in PyTorch."""

import math

import torch


def variant(query, key, value, *, diagonal=0, scale=None, dim=-1, stable=True, when="before", fill=-torch.inf):
    """The right answer, with one part of it replaced."""
    length, keys = query.shape[-2], key.shape[-2]
    if length > keys:
        raise ValueError("query")
    allowed = torch.ones(length, keys, dtype=torch.bool).tril(keys - length + diagonal)
    scores = query @ key.mT / math.sqrt(scale or query.shape[-1])
    if when == "before":
        scores = scores.masked_fill(~allowed, fill)
    weights = torch.exp(scores - scores.amax(dim, keepdim=True) * stable)
    if when == "between":
        weights = weights * allowed
    weights = weights / weights.sum(dim, keepdim=True)
    return (weights * allowed if when == "after" else weights) @ value


def looks_everywhere(query, key, value):
    return variant(query, key, value, when="never")


def aligns_the_first_query(query, key, value):
    return variant(query, key, value, diagonal=query.shape[-2] - key.shape[-2])


def leaves_out_the_diagonal(query, key, value):
    output = variant(query, key, value, diagonal=-1)
    return output.nan_to_num(0)


def sees_the_next_token(query, key, value):
    return variant(query, key, value, diagonal=1)


def looks_ahead(query, key, value):
    return variant(query.flip(-2), key.flip(-2), value.flip(-2)).flip(-2)


def masks_the_weights(query, key, value):
    return variant(query, key, value, when="after")


def fills_with_zero(query, key, value):
    return variant(query, key, value, fill=0)


def takes_the_maximum_before_masking(query, key, value):
    return variant(query, key, value, when="between")


def forgets_the_scale(query, key, value):
    return variant(query, key, value, scale=1)


def scales_by_the_length(query, key, value):
    return variant(query, key, value, scale=query.shape[-1] ** 2)


def normalizes_over_the_queries(query, key, value):
    return variant(query, key, value, dim=-2)


def overflows(query, key, value):
    return variant(query, key, value, stable=False)


def does_not_check_the_lengths(query, key, value):
    keys = key.shape[-2]
    return variant(query[..., :keys, :], key, value)


def returns_float64(query, key, value):
    return variant(query.double(), key.double(), value.double())


def overwrites_query(query, key, value):
    result = variant(query, key, value)
    query /= math.sqrt(query.shape[-1])
    return result
