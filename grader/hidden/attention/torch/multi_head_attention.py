"""The known mistakes of attention/multi_head_attention, as people write them in PyTorch."""

import math

import torch


def variant(x, wi, bi, wo, bo, heads, *, split=None, join=None, scale=None, dim=-1, stable=True):
    """The right answer, with one part of it replaced."""
    n, length, e = x.shape
    if e % heads:
        raise ValueError("num_heads")
    split = split or (lambda a: a.view(n, length, heads, -1).transpose(1, 2))
    query, key, value = (split(part.contiguous()) for part in (x @ wi.T + bi).chunk(3, dim=-1))
    scores = query @ key.mT / math.sqrt(scale or e // heads)
    weights = torch.exp(scores - scores.amax(dim, keepdim=True) * stable)
    weights = weights / weights.sum(dim, keepdim=True)
    y = weights @ value
    return (join(y) if join else y.transpose(1, 2).reshape(x.shape)) @ wo.T + bo


def splits_by_reshape_alone(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads):
    n, length, _ = x.shape
    args = x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads
    return variant(*args, split=lambda a: a.view(n, num_heads, length, -1))


def joins_by_reshape_alone(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads):
    args = x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads
    return variant(*args, join=lambda y: y.reshape(x.shape))


def deals_out_the_features(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads):
    n, length, _ = x.shape
    args = x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads
    split, join = (lambda a: a.view(n, length, -1, num_heads).permute(0, 3, 1, 2)), (lambda y: y.permute(0, 2, 3, 1))
    return variant(*args, split=split, join=lambda y: join(y).reshape(x.shape))


def scales_by_all_features(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads):
    args = x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads
    return variant(*args, scale=x.shape[-1])


def forgets_the_scale(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads):
    return variant(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads, scale=1)


def normalizes_over_the_queries(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads):
    return variant(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads, dim=-2)


def normalizes_over_the_heads(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads):
    return variant(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads, dim=1)


def has_one_head(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads):
    if x.shape[-1] % num_heads:
        raise ValueError("num_heads")
    scale = x.shape[-1] // num_heads
    return variant(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, 1, scale=scale)


def takes_keys_first(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads):
    (wk, wq, wv), (bk, bq, bv) = in_proj_weight.chunk(3), in_proj_bias.chunk(3)
    return variant(x, torch.cat([wq, wk, wv]), torch.cat([bq, bk, bv]), out_proj_weight, out_proj_bias, num_heads)


def splits_heads_before_thirds(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads):
    e, h = x.shape[-1], num_heads
    if e % h:
        raise ValueError("num_heads")
    order = torch.arange(3 * e).view(h, 3, e // h).transpose(0, 1).reshape(-1)
    return variant(x, in_proj_weight[order], in_proj_bias[order], out_proj_weight, out_proj_bias, num_heads)


def forgets_to_transpose(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads):
    wi = torch.cat([part.T for part in in_proj_weight.chunk(3)])
    return variant(x, wi, in_proj_bias, out_proj_weight.T, out_proj_bias, num_heads)


def forgets_the_last_projection(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads):
    same = torch.eye(x.shape[-1], dtype=x.dtype)
    return variant(x, in_proj_weight, in_proj_bias, same, 0 * out_proj_bias, num_heads)


def forgets_the_biases(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads):
    return variant(x, in_proj_weight, 0 * in_proj_bias, out_proj_weight, 0 * out_proj_bias, num_heads)


def adds_the_residual(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads):
    return x + variant(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads)


def attends_across_the_batch(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads):
    flat = x.reshape(1, -1, x.shape[-1])
    return variant(flat, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads).reshape(x.shape)


def drops_what_is_left_over(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads):
    if x.shape[-1] % num_heads == 0:
        return variant(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads)
    return x @ out_proj_weight.T + out_proj_bias


def returns_float64(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads):
    args = (a.double() for a in (x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias))
    return variant(*args, num_heads)


def overflows(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads):
    return variant(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads, stable=False)


def overwrites_x(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads):
    x.copy_(variant(x.clone(), in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads))
    return x
