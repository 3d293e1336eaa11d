"""Hidden tests of attention/multi_head_attention."""

import math

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.attention.multi_head_attention import multi_head_attention

independent = (
    "torch.transpose(F.multi_head_attention_forward(*[x.transpose(0, 1)] * 3, x.shape[-1], num_heads, in_proj_weight, "
    "in_proj_bias, None, None, False, 0.0, out_proj_weight, out_proj_bias, need_weights=False)[0], 0, 1)"
)


def sample(rng, size="small"):
    """Batch, positions, features, heads and features of a head all differ."""
    return arguments(rng, 1, 1, 1, 1) if size == "ones" else arguments(rng, 2, 5, 12, 3)


def arguments(rng, n, length, e, heads):
    weights = rng.normal(size=(3 * e, e)) * 0.5, rng.normal(size=3 * e), rng.normal(size=(e, e)), rng.normal(size=e)
    return rng.normal(size=(n, length, e)), *weights, heads


def attend(query, key, value):
    """One head, in words of NumPy."""
    e = np.exp(query @ key.mT / math.sqrt(query.shape[-1]))
    return e / e.sum(axis=-1, keepdims=True) @ value


def test_one_head(yours, rng):
    """With a single head it is plain attention between two projections."""
    x, wi, bi, wo, bo, heads = arguments(rng, 2, 4, 3, 1)
    query, key, value = (x @ w.T + b for w, b in zip(np.split(wi, 3), np.split(bi, 3), strict=True))
    agree(yours(x, wi, bi, wo, bo, heads), attend(query, key, value) @ wo.T + bo)


def test_heads_are_blocks_of_features(yours, rng):
    """With projections that do nothing, head 0 is an attention within the first features, head 1 within the next."""
    x = rng.normal(size=(2, 5, 6))
    same, zero = np.concatenate([np.eye(6)] * 3), np.zeros(18)
    parts = [attend(x[..., a : a + 2], x[..., a : a + 2], x[..., a : a + 2]) for a in (0, 2, 4)]
    agree(yours(x, same, zero, np.eye(6), np.zeros(6), 3), np.concatenate(parts, axis=-1))


def test_queries_keys_and_values_in_this_order(yours, rng):
    """The first third of the weight makes the queries: without it all scores are equal, and the values are averaged."""
    x, wi, bi, wo, bo, heads = arguments(rng, 2, 5, 6, 2)
    wi[:6], bi[:6] = 0, 0
    mean = (x @ wi[12:].T + bi[12:]).mean(axis=1, keepdims=True) @ wo.T + bo
    agree(yours(x, wi, bi, wo, bo, heads), np.repeat(mean, 5, axis=1))


def test_order_of_the_heads(yours, rng):
    """Heads in another order, in all projections at once, change nothing."""
    x, wi, bi, wo, bo, heads = arguments(rng, 2, 4, 6, 3)
    other = np.array([4, 5, 0, 1, 2, 3])
    every = np.concatenate([other, other + 6, other + 12])
    agree(yours(x, wi[every], bi[every], wo[:, other], bo, heads), multi_head_attention(x, wi, bi, wo, bo, heads))


def test_order_of_the_positions(yours, rng):
    """Positions in another order only change the order of the outputs: attention knows no order of its own."""
    x, *rest = sample(rng)
    order = np.array([3, 0, 4, 1, 2])
    agree(yours(x[:, order], *rest), multi_head_attention(x, *rest)[:, order])


def test_biases(yours, rng):
    """With weights of zero the output is the bias of the values, projected, and the bias of the output."""
    x, wi, bi, wo, bo, heads = arguments(rng, 1, 3, 4, 2)
    agree(yours(x, 0 * wi, bi, wo, bo, heads), np.tile(wo @ bi[8:] + bo, (1, 3, 1)))
    agree(yours(x, 0 * wi, bi, 0 * wo, bo, heads), np.tile(bo, (1, 3, 1)))


def test_one_head_for_each_feature(yours, rng):
    """There may be as many heads as features."""
    args = arguments(rng, 2, 3, 4, 4)
    agree(yours(*args), multi_head_attention(*args))


@pytest.mark.parametrize("num_heads", [5, 8])
def test_heads_that_do_not_divide(yours, rng, num_heads):
    """A number of heads that does not divide the features raises a ValueError that names num_heads."""
    args = arguments(rng, 2, 3, 12, num_heads)
    with pytest.raises(ValueError, match="num_heads"):
        yours(*args)


def variant(x, wi, bi, wo, bo, heads, *, split=None, join=None, scale=None, axis=-1, stable=True):
    """The right answer, with one part of it replaced."""
    n, length, e = x.shape
    if e % heads:
        raise ValueError("num_heads")
    split = split or (lambda a: a.reshape(n, length, heads, -1).swapaxes(1, 2))
    query, key, value = (split(part) for part in np.split(x @ wi.T + bi, 3, axis=-1))
    scores = query @ key.mT / math.sqrt(scale or e // heads)
    weights = np.exp(scores - scores.max(axis=axis, keepdims=True) * stable)
    y = weights / weights.sum(axis=axis, keepdims=True) @ value
    return (join(y) if join else y.swapaxes(1, 2).reshape(x.shape)) @ wo.T + bo


@mistake(
    "You reshape (N, L, E) to (N, H, L, d) at once. The shape is right, but that cuts the sequence and not the features: reshape "
    "to (N, L, H, d), then swap the axes of L and H."
)
def splits_by_reshape_alone(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads):
    n, length, _ = x.shape
    args = x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads
    return variant(*args, split=lambda a: a.reshape(n, num_heads, length, -1))


@mistake("The heads are merged before their axis has moved back, so positions and heads are mixed. Swap the axes, then reshape.")
def joins_by_reshape_alone(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads):
    args = x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads
    return variant(*args, join=lambda y: y.reshape(x.shape))


@mistake("A head gets every H-th feature. Its features lie next to each other: reshape to (N, L, H, d), the head first.")
def deals_out_the_features(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads):
    n, length, _ = x.shape
    args = x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads
    split, join = (lambda a: a.reshape(n, length, -1, num_heads).transpose(0, 3, 1, 2)), (lambda y: y.transpose(0, 2, 3, 1))
    return variant(*args, split=split, join=lambda y: join(y).reshape(x.shape))


@mistake("You divide the scores by the root of all features. A head multiplies vectors of d features: divide by the root of d.")
def scales_by_all_features(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads):
    args = x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads
    return variant(*args, scale=x.shape[-1])


@mistake("The scores are not scaled. Divide them by the square root of the features of a head before the softmax.")
def forgets_the_scale(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads):
    return variant(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads, scale=1)


@mistake("The softmax runs over the queries. Each query hands out a weight of 1 to the keys: take it along the last axis.")
def normalizes_over_the_queries(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads):
    return variant(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads, axis=-2)


@mistake("The softmax runs over the heads. Every head is on its own: take it along the last axis, the keys.")
def normalizes_over_the_heads(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads):
    return variant(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads, axis=1)


@mistake("There is one attention over all features: num_heads changes nothing but the scale. Split q, k and v into heads.")
def has_one_head(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads):
    if x.shape[-1] % num_heads:
        raise ValueError("num_heads")
    scale = x.shape[-1] // num_heads
    return variant(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, 1, scale=scale)


@mistake("The thirds of in_proj_weight are taken in the order k, q, v. They hold queries, keys and values, in this order.")
def takes_keys_first(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads):
    e = x.shape[-1]
    order = np.r_[e : 2 * e, :e, 2 * e : 3 * e]
    return variant(x, in_proj_weight[order], in_proj_bias[order], out_proj_weight, out_proj_bias, num_heads)


@mistake(
    "You split into heads first and each head into q, k and v. in_proj_weight holds all queries, then all keys, then all values: "
    "split into thirds first."
)
def splits_heads_before_thirds(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads):
    e, h = x.shape[-1], num_heads
    if e % h:
        raise ValueError("num_heads")
    order = np.arange(3 * e).reshape(h, 3, e // h).swapaxes(0, 1).ravel()
    return variant(x, in_proj_weight[order], in_proj_bias[order], out_proj_weight, out_proj_bias, num_heads)


@mistake("A weight is used as (in, out). It is stored as (out, in), as in PyTorch: multiply by its transpose.")
def forgets_to_transpose(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads):
    wi = np.concatenate([part.T for part in np.split(in_proj_weight, 3)])
    return variant(x, wi, in_proj_bias, out_proj_weight.T, out_proj_bias, num_heads)


@mistake("The last projection is missing, so the heads are never mixed. Multiply by out_proj_weight and add out_proj_bias.")
def forgets_the_last_projection(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads):
    same = np.eye(x.shape[-1], dtype=x.dtype)
    return variant(x, in_proj_weight, in_proj_bias, same, 0 * out_proj_bias, num_heads)


@mistake("The biases are missing: in_proj_bias before the split, out_proj_bias at the very end.")
def forgets_the_biases(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads):
    return variant(x, in_proj_weight, 0 * in_proj_bias, out_proj_weight, 0 * out_proj_bias, num_heads)


@mistake("You add x to the result. The residual connection belongs to the block around this layer: return the projection alone.")
def adds_the_residual(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads):
    return x + variant(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads)


@mistake("Samples of the batch attend to each other. A sequence sees its own positions only: the batch is a leading axis.")
def attends_across_the_batch(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads):
    flat = x.reshape(1, -1, x.shape[-1])
    return variant(flat, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads).reshape(x.shape)


@mistake("Heads that do not divide the features are not noticed, and features get lost. Raise a ValueError that names num_heads.")
def drops_what_is_left_over(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads):
    e = x.shape[-1]
    if e % num_heads == 0:
        return variant(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads)
    return x @ out_proj_weight.T + out_proj_bias


@mistake("A float32 input comes back as float64: NumPy's own square root of a number is a float64. Use Python's math.sqrt.")
def returns_float64(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads):
    return variant(x.astype(np.float64), in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads)


@mistake("The exponential of a large score overflows. Subtract the largest score of each query first.")
def overflows(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads):
    return variant(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads, stable=False)


@mistake("The result is written into x. The caller still needs x, for the residual connection above all: return a new array.")
def overwrites_x(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads):
    x[...] = variant(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads)
    return x


@right
def head_by_head(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads):
    e = x.shape[-1]
    if e % num_heads != 0:
        raise ValueError(f"num_heads = {num_heads}")
    d, y = e // num_heads, np.zeros_like(x) + out_proj_bias
    for h in range(num_heads):
        rows = [slice(part * e + h * d, part * e + (h + 1) * d) for part in range(3)]
        query, key, value = (x @ in_proj_weight[r].T + in_proj_bias[r] for r in rows)
        scores = np.einsum("nld,nsd->nls", query, key) / math.sqrt(d)
        a = np.exp(scores - scores.max(axis=2, keepdims=True))
        y += (a / a.sum(axis=2, keepdims=True)) @ value @ out_proj_weight[:, h * d : (h + 1) * d].T
    return y


@right
def by_einsum(x, in_proj_weight, in_proj_bias, out_proj_weight, out_proj_bias, num_heads):
    e = x.shape[-1]
    if e % num_heads:
        raise ValueError("num_heads does not divide the features")
    wi, bi = in_proj_weight.reshape(3, num_heads, -1, e), in_proj_bias.reshape(3, 1, num_heads, 1, -1)
    query, key, value = np.einsum("nle,phde->pnhld", x, wi) + bi
    scores = np.einsum("nhld,nhsd->nhls", query * (e // num_heads) ** -0.5, key)
    a = np.exp(scores - scores.max(axis=-1, keepdims=True))
    o = np.einsum("nhls,nhsd->nlhd", a, value) / np.moveaxis(a.sum(axis=-1), 1, 2)[..., None]
    return np.einsum("nlhd,ohd->nlo", o, out_proj_weight.reshape(e, num_heads, -1)) + out_proj_bias
