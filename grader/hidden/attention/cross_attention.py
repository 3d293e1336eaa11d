"""Hidden tests of attention/cross_attention."""

import math

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.attention.cross_attention import cross_attention

independent = (
    "torch.transpose(F.multi_head_attention_forward(x.transpose(0, 1), *[context.transpose(0, 1)] * 2, x.shape[-1], num_heads, "
    "None, None, None, None, False, 0.0, out_weight, None, key_padding_mask=~context_mask, need_weights=False, "
    "use_separate_proj_weight=True, q_proj_weight=q_weight, k_proj_weight=k_weight, v_proj_weight=v_weight)[0], 0, 1)"
)


def sample(rng, size="small"):
    """Both sequences differ in length and features, and the contexts in length."""
    if size == "ones":
        return (*arguments(rng, 1, 1, 1, 1, 1, 1), np.array([[True]]))
    return (*arguments(rng, 2, 5, 4, 6, 7, 3), np.array([[True, True, True, False], [True, True, True, True]]))


def arguments(rng, n, length, s, e, c, heads):
    shapes = (n, length, e), (n, s, c), (e, e), (e, c), (e, c), (e, e)
    return *(rng.normal(size=shape) * 0.8 for shape in shapes), heads


def attend(query, key, value):
    """One head, in words of NumPy."""
    e = np.exp(query @ key.mT / math.sqrt(query.shape[-1]))
    return e / e.sum(axis=-1, keepdims=True) @ value


def test_one_head(yours, rng):
    """With a single head it is plain attention between projections."""
    x, c, wq, wk, wv, wo, heads = arguments(rng, 2, 4, 5, 3, 6, 1)
    agree(yours(x, c, wq, wk, wv, wo, heads), attend(x @ wq.T, c @ wk.T, c @ wv.T) @ wo.T)


def test_heads_are_blocks_of_features(yours, rng):
    """With projections that do nothing, head 0 is an attention within the first features, head 1 within the next."""
    x, c, same = rng.normal(size=(2, 5, 6)), rng.normal(size=(2, 3, 6)), np.eye(6)
    parts = [attend(x[..., a : a + 2], c[..., a : a + 2], c[..., a : a + 2]) for a in (0, 2, 4)]
    agree(yours(x, c, same, same, same, same, 3), np.concatenate(parts, axis=-1))


def test_values_come_from_the_context(yours, rng):
    """Where the queries are zero the values of the context are averaged, and x plays no part."""
    x, c, wq, *rest = arguments(rng, 2, 3, 4, 6, 5, 2)
    wk, wv, wo, heads = rest
    mean = (c @ wv.T).mean(axis=1, keepdims=True) @ wo.T
    agree(yours(x, c, 0 * wq, wk, wv, wo, heads), np.repeat(mean, 3, axis=1))


def test_same_length_and_features(yours, rng):
    """Where both sequences have the same shape it still matters which one asks."""
    args = arguments(rng, 2, 4, 4, 4, 4, 2)
    agree(yours(*args), cross_attention(*args))


def test_order_of_the_context(yours, rng):
    """The context in another order changes nothing, and x in another order changes the order of the output."""
    x, c, *rest = arguments(rng, 2, 4, 5, 6, 3, 2)
    order, queries = np.array([3, 0, 4, 1, 2]), np.array([2, 0, 3, 1])
    agree(yours(x[:, queries], c[:, order], *rest), cross_attention(x, c, *rest)[:, queries])


def test_padding_does_not_exist(yours, rng):
    """A context with padding gives what the shorter one gives without it, whatever stands in the padding."""
    x, c, *rest = arguments(rng, 2, 4, 5, 6, 3, 2)
    mask = np.array([[True, False, True, True, False], [True] * 5])
    c[0, 4] = 1e6
    got = yours(x, c, *rest, context_mask=mask)
    agree(got[0], cross_attention(x[:1], c[:1, [0, 2, 3]], *rest)[0])
    agree(got[1], cross_attention(x[1:], c[1:], *rest)[0])


def test_a_context_of_padding(yours, rng):
    """A sample whose context is padding throughout gets zeros, and the other sample gets what is its own."""
    x, c, *rest = arguments(rng, 2, 4, 3, 6, 5, 2)
    mask = np.array([[False] * 3, [True, True, False]])
    got = yours(x, c, *rest, mask)
    agree(got[0], np.zeros((4, 6)))
    agree(got[1], cross_attention(x[1:], c[1:, :2], *rest)[0])


def test_queries_far_apart(yours, rng):
    """A query whose scores are all small is not drowned by one whose scores are large."""
    x, c, same = np.array([[[900.0], [-900.0]]]), np.array([[[3.0], [2.0], [1.0]]]), np.eye(1)
    agree(yours(x, c, same, same, same, same, 1), np.array([[[3.0], [1.0]]]))


@pytest.mark.parametrize("num_heads", [4, 12])
def test_heads_that_do_not_divide(yours, rng, num_heads):
    """A number of heads that does not divide the features of x raises a ValueError that names num_heads."""
    args = arguments(rng, 2, 3, 5, 6, 12, num_heads)
    with pytest.raises(ValueError, match="num_heads"):
        yours(*args)


def variant(x, context, wq, wk, wv, wo, heads, mask, *, split=None, scale=None, axis=-1, stable=True, empty=1, after=None):
    """The right answer, with one part of it replaced."""
    if x.shape[-1] % heads:
        raise ValueError("num_heads")
    split = split or (lambda a: a.reshape(*a.shape[:2], heads, -1).swapaxes(1, 2))
    query, key, value = split(x @ wq.T), split(context @ wk.T), split(context @ wv.T)
    scores = query @ key.mT / math.sqrt(scale or query.shape[-1])
    if mask is not None and after is None:
        scores = np.where(mask[:, None, None], scores, -np.inf)
    top = scores.max(axis=axis, keepdims=True) * stable
    weights = np.exp(scores - np.where(np.isfinite(top), top, 0))
    total = weights.sum(axis=axis, keepdims=True)
    weights = weights / np.where(total == 0, empty, total)
    if mask is not None and after is not None:
        weights = weights * mask[:, None, None]
    return (weights @ value).swapaxes(1, 2).reshape(x.shape) @ wo.T


@mistake("x and context have changed places where the shapes allow it. The sequence x asks: only the queries come from it.")
def lets_the_context_ask(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask=None):
    return variant(context, x, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask)


@mistake("This is self-attention: keys and values come from x as well. Make both from the context.")
def attends_to_itself(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask=None):
    return variant(x, x, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask)


@mistake("k_weight and v_weight have changed places. Keys are compared with the queries, values are averaged.")
def swaps_keys_and_values(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask=None):
    return variant(x, context, q_weight, v_weight, k_weight, out_weight, num_heads, context_mask)


@mistake("You reshape (N, L, E) to (N, H, L, d) at once, which cuts the sequence. Reshape to (N, L, H, d), then swap L and H.")
def splits_by_reshape_alone(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask=None):
    args = x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask
    return variant(*args, split=lambda a: a.reshape(len(a), num_heads, a.shape[1], -1))


@mistake("You divide the scores by the root of all features. A head multiplies vectors of d features: divide by the root of d.")
def scales_by_all_features(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask=None):
    args = x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask
    return variant(*args, scale=x.shape[-1])


@mistake("The scores are not scaled. Divide them by the square root of the features of a head before the softmax.")
def forgets_the_scale(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask=None):
    return variant(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask, scale=1)


@mistake("The softmax runs over the queries. Each query hands out a weight of 1 to the context: take it along the last axis.")
def normalizes_over_the_queries(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask=None):
    return variant(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask, axis=-2)


@mistake("There is one attention over all features: num_heads changes nothing but the scale. Split q, k and v into heads.")
def has_one_head(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask=None):
    if x.shape[-1] % num_heads:
        raise ValueError("num_heads")
    scale = x.shape[-1] // num_heads
    return variant(x, context, q_weight, k_weight, v_weight, out_weight, 1, context_mask, scale=scale)


@mistake("The last projection is missing, so the heads are never mixed. Multiply by out_weight, transposed.")
def forgets_the_last_projection(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask=None):
    same = np.eye(x.shape[-1], dtype=x.dtype)
    return variant(x, context, q_weight, k_weight, v_weight, same, num_heads, context_mask)


@mistake("q_weight and out_weight are used as (in, out). Weights are stored as (out, in): multiply by their transposes.")
def forgets_to_transpose(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask=None):
    return variant(x, context, q_weight.T, k_weight, v_weight, out_weight.T, num_heads, context_mask)


@mistake("You add x to the result. The residual connection belongs to the block around this layer: return the projection alone.")
def adds_the_residual(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask=None):
    return x + variant(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask)


@mistake("context_mask has no effect: padding is attended to. Where it is False the score has to go before the softmax.")
def ignores_the_mask(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask=None):
    return variant(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, None)


@mistake("Your mask is the wrong way round: you take True for padding, as key_padding_mask does. Here True means: real.")
def masks_where_true(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask=None):
    mask = None if context_mask is None else ~context_mask
    return variant(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, mask)


@mistake("You mask after the softmax, so the weights of a query no longer add up to 1. Take the scores away before it.")
def masks_the_weights(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask=None):
    return variant(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask, after=True)


@mistake("You set padding to zero in the context, but a score of 0 has an exponential of 1: it still counts. Remove the scores.")
def clears_the_padding(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask=None):
    context = context if context_mask is None else context * context_mask[..., None]
    return variant(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, None)


@mistake(
    "A context that is padding throughout gives NaN, which is zero divided by zero. Its weights are zero, and so is its output."
)
def gives_nan_without_keys(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask=None):
    return variant(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask, empty=0)


@mistake("The exponential of a large score overflows. Subtract the largest score of each query first.")
def overflows(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask=None):
    return variant(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask, stable=False)


@mistake("Heads that do not divide the features of x are not noticed. Raise a ValueError that names num_heads.")
def does_not_check_the_heads(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask=None):
    if x.shape[-1] % num_heads:
        return x @ out_weight.T
    return variant(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask)


@mistake("A float32 input comes back as float64: NumPy's own square root of a number is a float64. Use Python's math.sqrt.")
def returns_float64(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask=None):
    return variant(x.astype(np.float64), context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask)


@mistake("The result is written into x. The caller still needs x, for the residual connection above all: return a new array.")
def overwrites_x(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask=None):
    x[...] = variant(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask)
    return x


@right
def sample_by_sample(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask=None):
    e = x.shape[-1]
    if e % num_heads != 0:
        raise ValueError(f"num_heads = {num_heads}")
    y, d = np.zeros_like(x), e // num_heads
    for n in range(len(x)):
        real = context[n] if context_mask is None else context[n][context_mask[n]]
        for h in range(num_heads if len(real) else 0):
            rows = slice(h * d, (h + 1) * d)
            scores = x[n] @ q_weight[rows].T @ (real @ k_weight[rows].T).T / math.sqrt(d)
            a = np.exp(scores - scores.max(axis=1, keepdims=True))
            y[n] += (a / a.sum(axis=1, keepdims=True)) @ (real @ v_weight[rows].T) @ out_weight[:, rows].T
    return y


@right
def by_einsum(x, context, q_weight, k_weight, v_weight, out_weight, num_heads, context_mask=None):
    if x.shape[-1] % num_heads:
        raise ValueError("num_heads does not divide the features")
    heads = [w.reshape(num_heads, -1, w.shape[1]) for w in (q_weight, k_weight, v_weight)]
    query, key, value = (np.einsum("nlf,hdf->nhld", a, w) for a, w in zip((x, context, context), heads, strict=True))
    scores = np.einsum("nhld,nhsd->nhls", query, key) * query.shape[-1] ** -0.5
    real = np.ones(context.shape[:2], bool) if context_mask is None else context_mask
    scores = np.where(real[:, None, None, :], scores, np.finfo(scores.dtype).min)
    a = np.exp(scores - scores.max(axis=-1, keepdims=True)) * real[:, None, None, :]
    total = a.sum(axis=-1, keepdims=True)
    o = np.einsum("nhls,nhsd->nlhd", a / np.where(total > 0, total, 1), value)
    return o.reshape(x.shape) @ out_weight.T
