"""The known mistakes of attention/kv_cache_attention, as people write them in PyTorch."""

import math

import torch


def variant(query, key, value, key_cache, value_cache, *, diagonal=None, scale=None, dim=-1, stable=True, when="before"):
    """The right answer, with one part of it replaced."""
    keys, values = torch.cat([key_cache, key], dim=-2), torch.cat([value_cache, value], dim=-2)
    scores = query @ keys.mT / math.sqrt(scale or query.shape[-1])
    past = key_cache.shape[-2] if diagonal is None else diagonal
    allowed = torch.ones(scores.shape[-2:], dtype=torch.bool).tril(past)
    if when == "before":
        scores = scores.masked_fill(~allowed, -torch.inf)
    weights = torch.exp(scores - scores.amax(dim, keepdim=True) * stable)
    if when == "between":
        weights = weights * allowed
    weights = weights / weights.sum(dim, keepdim=True)
    return (weights * allowed if when == "after" else weights) @ values, keys, values


def returns_the_old_caches(query, key, value, key_cache, value_cache):
    return variant(query, key, value, key_cache, value_cache)[0], key_cache.clone(), value_cache.clone()


def returns_new_rows_only(query, key, value, key_cache, value_cache):
    return variant(query, key, value, key_cache, value_cache)[0], key.clone(), value.clone()


def drops_the_oldest(query, key, value, key_cache, value_cache):
    output, keys, values = variant(query, key, value, key_cache, value_cache)
    new = key.shape[-2]
    return output, keys[..., new:, :].clone(), values[..., new:, :].clone()


def puts_new_rows_in_front(query, key, value, key_cache, value_cache):
    output, *_ = variant(query, key, value, key_cache, value_cache)
    return output, torch.cat([key, key_cache], dim=-2), torch.cat([value, value_cache], dim=-2)


def returns_values_before_keys(query, key, value, key_cache, value_cache):
    output, keys, values = variant(query, key, value, key_cache, value_cache)
    return output, values, keys


def attends_to_new_rows_only(query, key, value, key_cache, value_cache):
    _, keys, values = variant(query, key, value, key_cache, value_cache)
    return variant(query, key, value, key_cache[..., :0, :], value_cache[..., :0, :])[0], keys, values


def sees_later_positions(query, key, value, key_cache, value_cache):
    return variant(query, key, value, key_cache, value_cache, when="never")


def aligns_the_first_query(query, key, value, key_cache, value_cache):
    return variant(query, key, value, key_cache, value_cache, diagonal=0)


def leaves_out_the_diagonal(query, key, value, key_cache, value_cache):
    output, *caches = variant(query, key, value, key_cache, value_cache, diagonal=key_cache.shape[-2] - 1)
    return torch.nan_to_num(output), *caches


def masks_the_weights(query, key, value, key_cache, value_cache):
    return variant(query, key, value, key_cache, value_cache, when="after")


def takes_the_maximum_before_masking(query, key, value, key_cache, value_cache):
    return variant(query, key, value, key_cache, value_cache, when="between")


def does_not_mask_the_prompt(query, key, value, key_cache, value_cache):
    when = "before" if key_cache.shape[-2] else "never"
    return variant(query, key, value, key_cache, value_cache, when=when)


def forgets_the_scale(query, key, value, key_cache, value_cache):
    return variant(query, key, value, key_cache, value_cache, scale=1)


def normalizes_over_the_queries(query, key, value, key_cache, value_cache):
    return variant(query, key, value, key_cache, value_cache, dim=-2)


def overflows(query, key, value, key_cache, value_cache):
    return variant(query, key, value, key_cache, value_cache, stable=False)


def returns_float64(query, key, value, key_cache, value_cache):
    output, *caches = variant(query, key, value, key_cache, value_cache)
    return output.double(), *caches


def overwrites_the_cache(query, key, value, key_cache, value_cache):
    result = variant(query, key, value, key_cache, value_cache)
    key_cache[..., -1:, :] = key[..., -1:, :]
    return result
