"""The known mistakes of attention/cross_attention, as people write them in PyTorch."""

import math

import torch


def variant(x, context, wq, wk, wv, wo, heads, mask, *, split=None, scale=None, dim=-1, stable=True, empty=1, after=None):
    """The right answer, with one part of it replaced."""
    if x.shape[-1] % heads:
        raise ValueError("num_heads")
    split = split or (lambda a: a.view(*a.shape[:2], heads, -1).transpose(1, 2))
    query, key, value = split(x @ wq.T), split(context @ wk.T), split(context @ wv.T)
    scores = query @ key.mT / math.sqrt(scale or query.shape[-1])
    if mask is not None and after is None:
        scores = scores.masked_fill(~mask[:, None, None], -torch.inf)
    top = scores.amax(dim, keepdim=True) * stable
    weights = torch.exp(scores - top.nan_to_num(0, neginf=0))
    total = weights.sum(dim, keepdim=True)
    weights = weights / total.masked_fill(total == 0, empty)
    if mask is not None and after is not None:
        weights = weights * mask[:, None, None]
    return (weights @ value).transpose(1, 2).reshape(x.shape) @ wo.T


def lets_the_context_ask(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask=None):
    return variant(context, x, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask)


def attends_to_itself(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask=None):
    return variant(x, x, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask)


def swaps_keys_and_values(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask=None):
    return variant(x, context, q_weight, v_weight, k_weight, out_weight, num_heads, context_mask)


def splits_by_reshape_alone(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask=None):
    args = x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask
    return variant(*args, split=lambda a: a.view(len(a), num_heads, a.shape[1], -1))


def scales_by_all_features(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask=None):
    args = x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask
    return variant(*args, scale=x.shape[-1])


def forgets_the_scale(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask=None):
    return variant(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask, scale=1)


def normalizes_over_the_queries(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask=None):
    return variant(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask, dim=-2)


def has_one_head(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask=None):
    if x.shape[-1] % num_heads:
        raise ValueError("num_heads")
    scale = x.shape[-1] // num_heads
    return variant(x, context, q_weight, k_weight, v_weight, out_weight, 1, context_mask, scale=scale)


def forgets_the_last_projection(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask=None):
    same = torch.eye(x.shape[-1], dtype=x.dtype)
    return variant(x, context, q_weight, k_weight, v_weight, same, num_heads, context_mask)


def forgets_to_transpose(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask=None):
    return variant(x, context, q_weight.T, k_weight, v_weight, out_weight.T, num_heads, context_mask)


def adds_the_residual(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask=None):
    return x + variant(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask)


def ignores_the_mask(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask=None):
    return variant(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, None)


def masks_where_true(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask=None):
    mask = None if context_mask is None else ~context_mask
    return variant(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, mask)


def masks_the_weights(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask=None):
    return variant(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask, after=True)


def clears_the_padding(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask=None):
    context = context if context_mask is None else context * context_mask[..., None]
    return variant(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, None)


def gives_nan_without_keys(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask=None):
    return variant(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask, empty=0)


def overflows(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask=None):
    return variant(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask, stable=False)


def does_not_check_the_heads(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask=None):
    if x.shape[-1] % num_heads:
        return x @ out_weight.T
    return variant(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask)


def returns_float64(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask=None):
    return variant(*(a.double() for a in (x, context, q_weight, k_weight, v_weight, out_weight)), num_heads, context_mask)


def overwrites_x(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask=None):
    return x.copy_(variant(x.clone(), context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask))
