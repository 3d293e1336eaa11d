"""The known mistakes of attention/linear_attention, as people write them in PyTorch."""

import math

import torch


def elu(x):
    return torch.where(x > 0, x, torch.expm1(x.clamp(max=0)))


def phi(x):
    return torch.where(x > 0, x + 1, torch.exp(x.clamp(max=0)))


def variant(query, key, value, of_query=phi, of_key=phi, *, diagonal=0, total=None):
    """The right values, by a table; `total` gives what a row is divided by, from the table with and without its mask."""
    whole = of_query(query) @ of_key(key).mT
    table = whole.tril(diagonal)
    return table @ value / (total(table, whole) if total else table.sum(-1, keepdim=True))


def forgets_the_one(query, key, value):
    return variant(query, key, value, elu, elu)


def loses_tiny_features(query, key, value):
    return variant(query, key, value, lambda x: elu(x) + 1, lambda x: elu(x) + 1)


def uses_relu(query, key, value):
    return variant(query, key, value, torch.relu, torch.relu)


def uses_exponentials(query, key, value):
    return variant(query, key, value, torch.exp, torch.exp)


def is_softmax_attention(query, key, value):
    later = torch.ones(*query.shape[-2:-1] * 2, dtype=torch.bool).triu(1)
    scores = query @ key.mT / math.sqrt(query.shape[-1])
    return torch.softmax(scores.masked_fill(later, -torch.inf), -1) @ value


def scales_the_queries(query, key, value):
    return variant(query / math.sqrt(query.shape[-1]), key, value)


def forgets_the_features_of_the_keys(query, key, value):
    return variant(query, key, value, of_key=lambda x: x)


def forgets_the_features_of_the_queries(query, key, value):
    return variant(query, key, value, of_query=lambda x: x)


def takes_features_of_the_values(query, key, value):
    return variant(query, key, phi(value))


def forgets_the_denominator(query, key, value):
    return variant(query, key, value, total=lambda table, whole: 1)


def divides_by_the_number(query, key, value):
    number = torch.arange(1, query.shape[-2] + 1).to(query)[:, None]
    return variant(query, key, value, total=lambda table, whole: number)


def divides_by_the_whole_text(query, key, value):
    return variant(query, key, value, total=lambda table, whole: whole.sum(dim=-1, keepdim=True))


def looks_everywhere(query, key, value):
    return variant(query, key, value, diagonal=query.shape[-2])


def leaves_out_itself(query, key, value):
    output = variant(query, key, value, diagonal=-1)
    return torch.cat([torch.zeros_like(value[..., :1, :]), output[..., 1:, :]], dim=-2)


def sees_the_next_position(query, key, value):
    return variant(query, key, value, diagonal=1)


def returns_float64(query, key, value):
    return variant(query.double(), key.double(), value.double())


def overwrites_query(query, key, value):
    result = variant(query, key, value)
    query.copy_(phi(query))
    return result
