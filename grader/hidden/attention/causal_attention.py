"""Hidden tests of attention/causal_attention."""

import math

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.attention.causal_attention import causal_attention

independent = (
    "F.scaled_dot_product_attention(query, key, value, "
    "torch.ones(query.shape[-2], key.shape[-2], dtype=torch.bool).tril(key.shape[-2] - query.shape[-2]))"
)


def sample(rng, size="small"):
    """Every axis has its own length, and there are more keys than queries."""
    n, h, q, k, e, v = (1,) * 6 if size == "ones" else (2, 3, 4, 5, 7, 6)
    return arguments(rng, (n, h), q, k, e, v)


def arguments(rng, batch, q, k, e, v):
    return tuple(rng.normal(size=(*batch, *shape)) for shape in [(q, e), (k, e), (k, v)])


def test_first_position(yours, rng):
    """The first position sees nothing but itself: its output is its own value."""
    args = arguments(rng, (2,), 4, 4, 3, 5)
    agree(yours(*args)[:, 0], args[2][:, 0])


def test_scores_are_halved(yours, rng):
    """With four features a dot product of 2 log 3, next to one of 0, is worth a weight of 3/4."""
    query, key = np.array([[5.0, 0.0, 0.0, 0.0], [2.0, -1.0, 0.0, 0.0]]), np.array([[math.log(3), 0, 5.0, 2.0], [0, 0, 1.0, 7.0]])
    agree(yours(query, key, np.array([[8.0, -4.0], [0.0, 12.0]])), np.array([[8.0, -4.0], [6.0, 0.0]]))


def test_equal_keys(yours, rng):
    """Where all keys are equal the output is the mean of the values so far."""
    query, key, value = arguments(rng, (), 6, 6, 4, 2)
    agree(yours(query, 0 * key + 0.5, value), np.cumsum(value, axis=0) / np.arange(1.0, 7.0)[:, None])


def test_the_future_does_not_matter(yours, rng):
    """Outputs up to a position stay as they are when everything after it changes."""
    query, key, value = arguments(rng, (2,), 6, 6, 3, 4)
    want = causal_attention(query[:, :4], key[:, :4], value[:, :4])
    key[:, 4:], value[:, 4:] = 40 * rng.normal(size=(2, 2, 3)), 1e6
    agree(yours(query, key, value)[:, :4], want)


@pytest.mark.parametrize("length", [1, 2, 5])
def test_last_queries(yours, rng, length):
    """The last few queries alone get the last rows of what all queries get."""
    query, key, value = arguments(rng, (2,), 6, 6, 3, 4)
    agree(yours(query[:, -length:], key, value), causal_attention(query, key, value)[:, -length:])


def test_a_huge_score_in_the_future(yours, rng):
    """A score of a million in the future, or of a million millions, does not push down those of the past."""
    query, share = np.array([[2.0], [1.0], [-1.0]]), 1 / (1 + math.exp(-1.0))
    want = np.array([[4.0], [8 - 4 * share], [8 - 4 / (1 + math.exp(1.0))]])
    for future in (1e6, 1e12):
        agree(yours(query, np.array([[0.25], [-0.75], [future]]), np.array([[4.0], [8.0], [2.0]])), want)


def test_queries_far_apart(yours, rng):
    """A query whose scores are all small is not drowned by one whose scores are large."""
    query, key = np.array([[900.0], [-900.0]]), np.array([[3.0], [2.0]])
    agree(yours(query, key, np.array([[1.0], [5.0]])), np.array([[1.0], [5.0]]))


@pytest.mark.parametrize("batch", [(), (2,), (2, 1, 3)], ids=["none", "one", "three"])
def test_leading_axes(yours, rng, batch):
    """Any number of leading axes works, and each sample and head is on its own."""
    args = arguments(rng, batch, 3, 4, 2, 5)
    agree(yours(*args), causal_attention(*args))


def test_more_queries_than_keys(yours, rng):
    """A query before the beginning of the text is an error: a ValueError that names query."""
    with pytest.raises(ValueError, match="query"):
        yours(*arguments(rng, (2,), 5, 4, 3, 2))


def variant(query, key, value, *, diagonal=0, scale=None, axis=-1, stable=True, when="before", fill=-np.inf):
    """The right answer, with one part of it replaced."""
    length, keys = query.shape[-2], key.shape[-2]
    if length > keys:
        raise ValueError("query")
    allowed = np.tri(length, keys, keys - length + diagonal, dtype=bool)
    scores = query @ key.mT / math.sqrt(scale or query.shape[-1])
    if when == "before":
        scores = np.where(allowed, scores, fill)
    weights = np.exp(scores - scores.max(axis=axis, keepdims=True) * stable)
    if when == "between":
        weights = weights * allowed
    weights = weights / weights.sum(axis=axis, keepdims=True)
    return (weights * allowed if when == "after" else weights) @ value


@mistake("Nothing is masked: every query sees the whole text, the future included. Remove the scores of later keys.")
def looks_everywhere(query, key, value):
    return variant(query, key, value, when="never")


@mistake("The triangle begins in the upper left corner. With fewer queries than keys the last query stands at the last key.")
def aligns_the_first_query(query, key, value):
    return variant(query, key, value, diagonal=query.shape[-2] - key.shape[-2])


@mistake("A position cannot see itself. The last key that a query sees is that of its own position.")
def leaves_out_the_diagonal(query, key, value):
    output = variant(query, key, value, diagonal=-1)
    return np.where(np.isnan(output), 0, output).astype(output.dtype)


@mistake("Each position sees its successor, which is the very token that it should predict. The last key it sees is its own.")
def sees_the_next_token(query, key, value):
    return variant(query, key, value, diagonal=1)


@mistake("Your triangle is the upper one: each query sees what comes after it. Rows are queries, columns are keys.")
def looks_ahead(query, key, value):
    return variant(query[..., ::-1, :], key[..., ::-1, :], value[..., ::-1, :])[..., ::-1, :].copy()


@mistake("You mask after the softmax, so the weights of a row no longer add up to 1. Take the scores away before it.")
def masks_the_weights(query, key, value):
    return variant(query, key, value, when="after")


@mistake("A masked score becomes 0, and the exponential of 0 is 1: the future still counts. Fill with minus infinity.")
def fills_with_zero(query, key, value):
    return variant(query, key, value, fill=0)


@mistake(
    "You take the largest score of a row before masking. If it lies in the future and is huge, the exponentials of the past are "
    "zero. Mask first, then look for the largest."
)
def takes_the_maximum_before_masking(query, key, value):
    return variant(query, key, value, when="between")


@mistake("The scores are not scaled. Divide them by the square root of the length of a query before the softmax.")
def forgets_the_scale(query, key, value):
    return variant(query, key, value, scale=1)


@mistake("You divide the scores by the length of a query. The standard deviation of a dot product is the square root of it.")
def scales_by_the_length(query, key, value):
    return variant(query, key, value, scale=query.shape[-1] ** 2)


@mistake("The softmax runs over the queries. Each query hands out a weight of 1 to the keys: take it along the last axis.")
def normalizes_over_the_queries(query, key, value):
    return variant(query, key, value, axis=-2)


@mistake("The exponential of a large score overflows. Subtract the largest score of the row first: the weights stay the same.")
def overflows(query, key, value):
    return variant(query, key, value, stable=False)


@mistake(
    "More queries than keys pass unnoticed, and the first ones have nothing to look at. Raise a ValueError that names query."
)
def does_not_check_the_lengths(query, key, value):
    keys = key.shape[-2]
    return variant(query[..., :keys, :], key, value)


@mistake("A float32 input comes back as float64: NumPy's own square root of a number is a float64. Use Python's math.sqrt.")
def returns_float64(query, key, value):
    return variant(query.astype(np.float64), key, value)


@mistake("You scale the query in place. The caller still needs it: write the quotient into a new array.")
def overwrites_query(query, key, value):
    result = variant(query, key, value)
    query /= math.sqrt(query.shape[-1])
    return result


@right
def query_by_query(query, key, value):
    past = key.shape[-2] - query.shape[-2]
    if past < 0:
        raise ValueError("query is longer than key")
    output = np.zeros((*query.shape[:-1], value.shape[-1]), query.dtype)
    for place in np.ndindex(query.shape[:-1]):
        seen = slice(past + place[-1] + 1)
        scores = key[place[:-1]][seen] @ query[place] / math.sqrt(query.shape[-1])
        e = np.exp(scores - max(scores))
        output[place] = e / sum(e) @ value[place[:-1]][seen]
    return output


@right
def by_an_added_mask(query, key, value):
    length, keys = query.shape[-2], key.shape[-2]
    if keys < length:
        raise ValueError(f"query: {length} > {keys}")
    later = np.triu(np.full((length, keys), -np.inf, dtype=query.dtype), keys - length + 1)
    scores = np.einsum("...le,...se->...ls", query, key) * query.shape[-1] ** -0.5 + later
    a = np.exp(scores - scores.max(-1, keepdims=True))
    return np.einsum("...ls,...sv->...lv", a / a.sum(-1, keepdims=True), value)


@right
def key_by_key(query, key, value):
    length, keys = query.shape[-2], key.shape[-2]
    if length > keys:
        raise ValueError("query")
    scores = (query / math.sqrt(query.shape[-1])) @ np.swapaxes(key, -1, -2)
    top = np.full_like(scores[..., :1], -np.inf)
    for j in range(keys):  # the largest score so far, for those queries that may look here
        first = max(j - (keys - length), 0)
        top[..., first:, 0] = np.maximum(top[..., first:, 0], scores[..., first:, j])
    output, total = np.zeros((*query.shape[:-1], value.shape[-1]), query.dtype), np.zeros_like(top)
    for j in range(keys):
        first = max(j - (keys - length), 0)
        e = np.exp(scores[..., first:, j : j + 1] - top[..., first:, :])
        output[..., first:, :] += e * value[..., j : j + 1, :]
        total[..., first:, :] += e
    return output / total
