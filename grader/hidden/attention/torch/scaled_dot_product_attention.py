"""The known mistakes of attention/scaled_dot_product_attention, as people write them in PyTorch."""

import math

import torch

from solutions.attention.torch.scaled_dot_product_attention import scaled_dot_product_attention


def checked(mask):
    if mask is not None and mask.dtype != torch.bool:
        raise ValueError("attn_mask")
    return torch.tensor(True) if mask is None else mask


def stretched(query, key, value, attn_mask, factor):
    return scaled_dot_product_attention(query * factor, key, value, attn_mask)


def scores_of(query, key):
    return query @ key.transpose(-1, -2) / math.sqrt(query.shape[-1])


def forgets_the_scale(query, key, value, attn_mask=None):
    return stretched(query, key, value, attn_mask, math.sqrt(query.shape[-1]))


def scales_by_the_length(query, key, value, attn_mask=None):
    return stretched(query, key, value, attn_mask, 1 / math.sqrt(query.shape[-1]))


def multiplies_by_the_scale(query, key, value, attn_mask=None):
    return stretched(query, key, value, attn_mask, query.shape[-1])


def scales_by_the_number_of_keys(query, key, value, attn_mask=None):
    return stretched(query, key, value, attn_mask, math.sqrt(query.shape[-1] / key.shape[-2]))


def scales_by_the_length_of_a_value(query, key, value, attn_mask=None):
    return stretched(query, key, value, attn_mask, math.sqrt(query.shape[-1] / value.shape[-1]))


def normalizes_over_the_queries(query, key, value, attn_mask=None):
    scores = scores_of(query, key).masked_fill(~checked(attn_mask), -torch.inf)
    weights = torch.softmax(scores, -2).nan_to_num(0)
    return weights @ value, weights


def masks_where_true(query, key, value, attn_mask=None):
    return scaled_dot_product_attention(query, key, value, None if attn_mask is None else ~checked(attn_mask))


def ignores_the_mask(query, key, value, attn_mask=None):
    checked(attn_mask)
    return scaled_dot_product_attention(query, key, value)


def gives_nan_without_keys(query, key, value, attn_mask=None):
    weights = torch.softmax(scores_of(query, key).masked_fill(~checked(attn_mask), -torch.inf), -1)
    return weights @ value, weights


def attends_to_all_without_keys(query, key, value, attn_mask=None):
    weights = torch.softmax(scores_of(query, key).masked_fill(~checked(attn_mask), torch.finfo(query.dtype).min), -1)
    return weights @ value, weights


def masks_the_weights(query, key, value, attn_mask=None):
    weights = torch.softmax(scores_of(query, key), -1) * checked(attn_mask)
    return weights @ value, weights


def fills_with_zero(query, key, value, attn_mask=None):
    weights = torch.softmax(scores_of(query, key) * checked(attn_mask), -1)
    return weights @ value, weights


def adds_the_mask(query, key, value, attn_mask=None):
    scores = scores_of(query, key)
    weights = torch.softmax(scores if attn_mask is None else scores + checked(attn_mask), -1)
    return weights @ value, weights


def overflows(query, key, value, attn_mask=None):
    weights = torch.exp(scores_of(query, key)) * checked(attn_mask)
    total = weights.sum(-1, keepdim=True)
    weights = weights / total.masked_fill(total == 0, 1)
    return weights @ value, weights


def takes_the_maximum_before_masking(query, key, value, attn_mask=None):
    weights = torch.softmax(scores_of(query, key), -1) * checked(attn_mask)
    total = weights.sum(-1, keepdim=True)
    weights = weights / total.masked_fill(total == 0, 1)
    return weights @ value, weights


def subtracts_one_maximum(query, key, value, attn_mask=None):
    scores = scores_of(query, key).masked_fill(~checked(attn_mask), -torch.inf)
    weights = torch.exp(scores - scores.max())
    total = weights.sum(-1, keepdim=True)
    weights = weights / total.masked_fill(total == 0, 1)
    return weights @ value, weights


def returns_the_weights_first(query, key, value, attn_mask=None):
    output, weights = scaled_dot_product_attention(query, key, value, attn_mask)
    return weights, output


def takes_any_mask(query, key, value, attn_mask=None):
    return scaled_dot_product_attention(query, key, value, None if attn_mask is None else attn_mask != 0)


def returns_float64(query, key, value, attn_mask=None):
    output, weights = scaled_dot_product_attention(query, key, value, attn_mask)
    return output.double(), weights.double()


def overwrites_query(query, key, value, attn_mask=None):
    result = scaled_dot_product_attention(query.clone(), key, value, attn_mask)
    query /= math.sqrt(query.shape[-1])
    return result
