"""Hidden tests of attention/scaled_dot_product_attention."""

import math

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.attention.scaled_dot_product_attention import scaled_dot_product_attention

independent = (
    "tuple(F.scaled_dot_product_attention(query, key, v, attn_mask) "
    "for v in (value, torch.eye(key.shape[-2], dtype=key.dtype).expand(*key.shape[:-1], -1)))"
)


def sample(rng, size="small"):
    """Every axis has its own length; the mask is one for all heads, and leaves each query a key."""
    n, h, q, k, e, v = (1,) * 6 if size == "ones" else (2, 3, 4, 5, 7, 6)
    mask = rng.random((n, 1, q, k)) < 0.6
    mask[..., -1] = True
    return rng.normal(size=(n, h, q, e)), rng.normal(size=(n, h, k, e)), rng.normal(size=(n, h, k, v)), mask


def test_weights_of_three_to_one(yours, rng):
    """With four features the scores are halved: a dot product of 2 log 3 and one of 0 give weights of 3/4 and 1/4."""
    query, key = np.array([[2.0, -1.0, 0.0, 0.0]]), np.array([[math.log(3), 0.0, 5.0, 2.0], [0.0, 0.0, 1.0, 7.0]])
    agree(
        yours(query, key, np.array([[8.0, 4.0, -4.0], [0.0, 8.0, 12.0]])), (np.array([[6.0, 5.0, 0.0]]), np.array([[0.75, 0.25]]))
    )


def test_each_query_has_a_weight_of_one_to_give(yours, rng):
    """The weights of a query add up to 1, so that constant values come back as they are."""
    query, key, value, _ = sample(rng)
    output, weights = yours(query, key, 0 * value + 2.5)
    agree(weights.sum(axis=-1), np.ones((2, 3, 4)))
    agree(output, np.full((2, 3, 4, 6), 2.5))


def test_order_of_keys_and_queries(yours, rng):
    """Keys and values in another order change nothing, and queries in another order change the order of the outputs."""
    query, key, value, _ = sample(rng)
    keys, queries = np.array([3, 0, 4, 2, 1]), np.array([2, 0, 3, 1])
    output, weights = scaled_dot_product_attention(query, key, value)
    got = yours(query[:, :, queries], key[:, :, keys], value[:, :, keys])
    agree(got, (output[:, :, queries], weights[:, :, queries][..., keys]))


def test_masked_keys_do_not_exist(yours, rng):
    """Where the mask is False a key has no weight at all, as if it had been taken out, and whatever its value is."""
    query, key, value = rng.normal(size=(4, 3)), rng.normal(size=(5, 3)), rng.normal(size=(5, 2))
    mask = np.array([True, False, True, True, False])
    value[1], key[4] = 1e200, [50.0, -50.0, 20.0]
    output, weights = yours(query, key, value, mask)
    want = scaled_dot_product_attention(query, key[mask], value[mask])
    agree((output, weights[:, mask]), want)
    agree(weights[:, ~mask], np.zeros((4, 2)))


def test_a_query_without_any_key(yours, rng):
    """A query that may attend to nothing gets weights and an output of zero, and the other queries get what is theirs."""
    query, key, value, _ = sample(rng)
    mask = np.ones((4, 5), dtype=bool)
    mask[2] = False
    output, weights = yours(query, key, value, mask)
    agree((output[:, :, 2], weights[:, :, 2]), (np.zeros((2, 3, 6)), np.zeros((2, 3, 5))))
    agree((output, weights), scaled_dot_product_attention(query, key, value, mask))


def test_padding_of_each_sample(yours, rng):
    """A mask of shape (N, 1, 1, S) says for each sample which keys are padding."""
    query, key, value, _ = sample(rng)
    mask = (np.arange(5) < np.array([[3], [4]]))[:, None, None]
    _, weights = yours(query, key, value, mask)
    agree(weights, scaled_dot_product_attention(query, key, value, mask)[1])


def test_a_huge_score_that_is_masked(yours, rng):
    """A masked score of a million does not push down those that count."""
    query, key = np.array([[2.0], [1.0]]), np.array([[1e6], [0.25], [-0.75]])
    _, weights = yours(query, key, np.array([[1.0], [2.0], [3.0]]), np.array([[False, True, True], [True, True, True]]))
    share = 1 / (1 + math.exp(-2.0))
    agree(weights, np.array([[0.0, share, 1 - share], [1.0, 0.0, 0.0]]))


def test_queries_far_apart(yours, rng):
    """A query whose scores are all small is not drowned by one whose scores are large."""
    query, key = np.array([[3000.0, 0.0], [-3000.0, 0.0]]), np.array([[1.0, 2.0], [1.0, -1.0], [1.0, 0.5]])
    agree(yours(query, key, np.array([[3.0], [4.0], [-1.0]])), (np.full((2, 1), 2.0), np.full((2, 3), 1 / 3)))


@pytest.mark.parametrize("batch", [(), (2,), (2, 1, 3)], ids=["none", "one", "three"])
def test_leading_axes(yours, rng, batch):
    """Any number of leading axes works, and each sample and head is on its own."""
    args = rng.normal(size=(*batch, 4, 3)), rng.normal(size=(*batch, 2, 3)), rng.normal(size=(*batch, 2, 5))
    agree(yours(*args), scaled_dot_product_attention(*args))


@pytest.mark.parametrize("dtype", [float, int])
def test_mask_that_is_not_boolean(yours, rng, dtype):
    """A mask of numbers raises a ValueError that names attn_mask."""
    query, key, value, mask = sample(rng)
    with pytest.raises(ValueError, match="attn_mask"):
        yours(query, key, value, mask.astype(dtype))


def checked(mask):
    if mask is not None and mask.dtype != bool:
        raise ValueError("attn_mask")
    return np.True_ if mask is None else mask


def stretched(query, key, value, attn_mask, factor):
    """The reference with scores that are multiplied by a factor."""
    return scaled_dot_product_attention(query * factor, key, value, attn_mask)


@mistake("The scores are not scaled. Divide them by the square root of the length of a query before the softmax.")
def forgets_the_scale(query, key, value, attn_mask=None):
    return stretched(query, key, value, attn_mask, math.sqrt(query.shape[-1]))


@mistake("You divide the scores by the length of a query. The standard deviation of a dot product is the square root of it.")
def scales_by_the_length(query, key, value, attn_mask=None):
    return stretched(query, key, value, attn_mask, 1 / math.sqrt(query.shape[-1]))


@mistake("You multiply by the square root of the length, which makes softmax harder instead of softer. Divide by it.")
def multiplies_by_the_scale(query, key, value, attn_mask=None):
    return stretched(query, key, value, attn_mask, query.shape[-1])


@mistake("You divide by the root of the number of keys. The scale is the square root of the length of a query, its last axis.")
def scales_by_the_number_of_keys(query, key, value, attn_mask=None):
    return stretched(query, key, value, attn_mask, math.sqrt(query.shape[-1] / key.shape[-2]))


@mistake("You divide by the square root of the length of a value. The dot products are those of queries and keys: use theirs.")
def scales_by_the_length_of_a_value(query, key, value, attn_mask=None):
    return stretched(query, key, value, attn_mask, math.sqrt(query.shape[-1] / value.shape[-1]))


@mistake("The softmax runs over the queries, so that each key hands out 1. Each query hands out 1: take it along the last axis.")
def normalizes_over_the_queries(query, key, value, attn_mask=None):
    scores = query @ key.swapaxes(-1, -2) / math.sqrt(query.shape[-1])
    scores = np.where(checked(attn_mask), scores, -np.inf)
    top = scores.max(axis=-2, keepdims=True)
    weights = np.exp(scores - np.where(top > -np.inf, top, 0))
    weights /= np.maximum(weights.sum(axis=-2, keepdims=True), 1)
    return weights @ value, weights


@mistake(
    "Your mask is the wrong way round: you take True for masked, as nn.MultiheadAttention does. Here True means: may attend."
)
def masks_where_true(query, key, value, attn_mask=None):
    return scaled_dot_product_attention(query, key, value, None if attn_mask is None else ~checked(attn_mask))


@mistake("attn_mask has no effect. Where it is False the score has to go before the softmax.")
def ignores_the_mask(query, key, value, attn_mask=None):
    checked(attn_mask)
    return scaled_dot_product_attention(query, key, value)


@mistake("A query without any key gets NaN: minus infinity less itself. Its weights and its output are zero.")
def gives_nan_without_keys(query, key, value, attn_mask=None):
    output, weights = scaled_dot_product_attention(query, key, value, attn_mask)
    nothing = weights.sum(axis=-1, keepdims=True) == 0
    return np.where(nothing, np.nan, output), np.where(nothing, np.nan, weights)


@mistake(
    "You fill masked scores with a large negative number. In a row where all are masked it cancels, and padding gets equal "
    "weights. Fill with minus infinity, and give such a row zeros."
)
def attends_to_all_without_keys(query, key, value, attn_mask=None):
    _, weights = scaled_dot_product_attention(query, key, value, attn_mask)
    nothing = weights.sum(axis=-1, keepdims=True) == 0
    weights = np.where(nothing, weights.dtype.type(1 / key.shape[-2]), weights)
    return weights @ value, weights


@mistake("You mask after the softmax, so the weights of a row no longer add up to 1. Take the scores away before it.")
def masks_the_weights(query, key, value, attn_mask=None):
    _, weights = scaled_dot_product_attention(query, key, value)
    weights = np.where(checked(attn_mask), weights, 0)
    return weights @ value, weights


@mistake("A masked score becomes 0, and the exponential of 0 is 1: the key still counts. Fill with minus infinity.")
def fills_with_zero(query, key, value, attn_mask=None):
    scores = query @ key.swapaxes(-1, -2) / math.sqrt(query.shape[-1]) * checked(attn_mask)
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
    weights /= weights.sum(axis=-1, keepdims=True)
    return weights @ value, weights


@mistake("The mask is added to the scores, as 0 and 1. A Boolean mask is not added: where it is False, fill with minus infinity.")
def adds_the_mask(query, key, value, attn_mask=None):
    scores = query @ key.swapaxes(-1, -2) / math.sqrt(query.shape[-1])
    scores = scores if attn_mask is None else scores + checked(attn_mask)
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
    weights /= weights.sum(axis=-1, keepdims=True)
    return weights @ value, weights


@mistake("The exponential of a large score overflows. Subtract the largest score of the row first: the weights stay the same.")
def overflows(query, key, value, attn_mask=None):
    weights = np.exp(query @ key.swapaxes(-1, -2) / math.sqrt(query.shape[-1])) * checked(attn_mask)
    total = weights.sum(axis=-1, keepdims=True)
    weights = weights / np.where(total == 0, 1, total)
    return weights @ value, weights


@mistake(
    "You take the largest score before masking. If that one is masked and huge, the exponentials of all others are zero. "
    "Mask first, then look for the largest."
)
def takes_the_maximum_before_masking(query, key, value, attn_mask=None):
    scores = query @ key.swapaxes(-1, -2) / math.sqrt(query.shape[-1])
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True)) * checked(attn_mask)
    total = weights.sum(axis=-1, keepdims=True)
    weights = weights / np.where(total == 0, 1, total)
    return weights @ value, weights


@mistake("You subtract one maximum from all scores, and queries with small scores end at zero by zero. Each row has its own.")
def subtracts_one_maximum(query, key, value, attn_mask=None):
    scores = query @ key.swapaxes(-1, -2) / math.sqrt(query.shape[-1])
    scores = np.where(checked(attn_mask), scores, -np.inf)
    weights = np.exp(scores - scores.max())
    total = weights.sum(axis=-1, keepdims=True)
    weights = weights / np.where(total == 0, 1, total)
    return weights @ value, weights


@mistake("The weights come first in what you return. The output comes first, then the weights.")
def returns_the_weights_first(query, key, value, attn_mask=None):
    return scaled_dot_product_attention(query, key, value, attn_mask)[::-1]


@mistake("A mask of numbers passes. Some libraries add those to the scores: raise a ValueError that names attn_mask.")
def takes_any_mask(query, key, value, attn_mask=None):
    return scaled_dot_product_attention(query, key, value, None if attn_mask is None else attn_mask != 0)


@mistake("A float32 input comes back as float64: NumPy's own square root of a number is a float64. Use Python's math.sqrt.")
def returns_float64(query, key, value, attn_mask=None):
    output, weights = scaled_dot_product_attention(query, key, value, attn_mask)
    return output.astype(np.float64), weights.astype(np.float64)


@mistake("You scale the query in place. The caller still needs it: write the quotient into a new array.")
def overwrites_query(query, key, value, attn_mask=None):
    result = scaled_dot_product_attention(query, key, value, attn_mask)
    query /= math.sqrt(query.shape[-1])
    return result


@right
def query_by_query(query, key, value, attn_mask=None):
    shape = (*query.shape[:-1], key.shape[-2])
    allowed = np.broadcast_to(checked(attn_mask), shape)
    weights, output = np.zeros(shape, query.dtype), np.zeros((*query.shape[:-1], value.shape[-1]), query.dtype)
    for place in np.ndindex(shape[:-1]):
        (seen,) = np.nonzero(allowed[place])
        if len(seen):
            keys, values = key[place[:-1]][seen], value[place[:-1]][seen]
            scores = keys @ query[place] / math.sqrt(len(query[place]))
            e = np.exp(scores - max(scores))
            weights[place][seen] = e / sum(e)
            output[place] = weights[place][seen] @ values
    return output, weights


@right
def by_einsum_and_logarithm(query, key, value, attn_mask=None):
    scores = np.einsum("...le,...se->...ls", query, key) * query.shape[-1] ** -0.5
    scores = scores + np.where(checked(attn_mask), 0, -np.inf).astype(scores.dtype)
    top = np.nan_to_num(scores.max(-1, keepdims=True), neginf=0.0)
    with np.errstate(divide="ignore", invalid="ignore"):
        log = np.log(np.exp(scores - top).sum(-1, keepdims=True))
        weights = np.where(np.isfinite(log), np.exp(scores - top - log), 0).astype(scores.dtype)
    return np.einsum("...ls,...sv->...lv", weights, value), weights


@right
def query_scaled_first(query, key, value, attn_mask=None):
    mask = checked(attn_mask)
    scores = (query / math.sqrt(query.shape[-1])) @ np.moveaxis(key, -1, -2)
    scores = np.where(mask, scores, np.finfo(scores.dtype).min)
    e = np.exp(scores - scores.max(-1, keepdims=True)) * mask
    total = e.sum(-1, keepdims=True)
    return (e @ value) / np.where(total > 0, total, 1), e / np.where(total > 0, total, 1)
