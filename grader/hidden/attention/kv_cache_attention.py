"""Hidden tests of attention/kv_cache_attention."""

import math

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.attention.kv_cache_attention import kv_cache_attention

independent = (
    "(lambda k, v: (F.scaled_dot_product_attention(query, k, v, "
    "torch.ones(query.shape[-2], k.shape[-2], dtype=torch.bool).tril(key_cache.shape[-2])), k, v))"
    "(torch.cat([key_cache, key], -2), torch.cat([value_cache, value], -2))"
)


def sample(rng, size="small"):
    """Every axis has its own length, and there are several new positions."""
    n, h, past, new, e, v = (1,) * 6 if size == "ones" else (2, 3, 5, 4, 7, 6)
    return arguments(rng, (n, h), past, new, e, v)


def arguments(rng, batch, past, new, e, v):
    shapes = (new, e), (new, e), (new, v), (past, e), (past, v)
    return tuple(rng.normal(size=(*batch, *shape)) for shape in shapes)


def causal(query, key, value):
    """The whole text at once, in words of NumPy."""
    scores = query @ key.mT / math.sqrt(query.shape[-1])
    e = np.where(np.tri(*scores.shape[-2:]), np.exp(scores), 0)
    return e / e.sum(axis=-1, keepdims=True) @ value


def test_caches_grow_at_the_end(yours, rng):
    """The new keys and values stand behind the old ones, in their order."""
    query, key, value, keys, values = sample(rng)
    got = yours(query, key, value, keys, values)
    agree((got[1][:, :, :5], got[2][:, :, :5]), (keys, values))
    agree((got[1][:, :, 5:], got[2][:, :, 5:]), (key, value))


def test_token_by_token(yours, rng):
    """Reading a text token by token gives the same as reading all of it at once."""
    query, key, value, *_ = arguments(rng, (2,), 1, 5, 3, 4)
    keys, values, outputs = np.zeros((2, 0, 3)), np.zeros((2, 0, 4)), []
    for t in range(5):
        now = slice(t, t + 1)
        output, keys, values = yours(query[:, now], key[:, now], value[:, now], keys, values)
        outputs.append(output)
    agree((np.concatenate(outputs, axis=1), keys, values), (causal(query, key, value), key, value))


@pytest.mark.parametrize("cut", [1, 2, 4])
def test_prompt_in_two_parts(yours, rng, cut):
    """A text that is read in two parts gives the same as in one, wherever it is cut."""
    query, key, value, *_ = arguments(rng, (2,), 1, 5, 3, 4)
    first = yours(query[:, :cut], key[:, :cut], value[:, :cut], np.zeros((2, 0, 3)), np.zeros((2, 0, 4)))
    second = yours(query[:, cut:], key[:, cut:], value[:, cut:], *first[1:])
    agree(np.concatenate([first[0], second[0]], axis=1), causal(query, key, value))


def test_empty_cache(yours, rng):
    """With empty caches it is causal attention: the first position has nothing but its own value."""
    query, key, value, keys, values = arguments(rng, (2,), 0, 4, 3, 5)
    output, *caches = yours(query, key, value, keys, values)
    agree(output[:, 0], value[:, 0])
    agree(output, causal(query, key, value))
    agree(caches, [key, value])


def test_scores_are_halved(yours, rng):
    """With four features a dot product of 2 log 3 with the cache, next to one of 0 with itself, is worth a weight of 3/4."""
    query, key, cache = (
        np.array([[2.0, -1.0, 0.0, 0.0]]),
        np.array([[0.0, 0.0, 1.0, 7.0]]),
        np.array([[math.log(3), 0, 5.0, 2.0]]),
    )
    output, _, values = yours(query, key, np.array([[0.0, 12.0]]), cache, np.array([[8.0, -4.0]]))
    agree((output, values), (np.array([[6.0, 0.0]]), np.array([[8.0, -4.0], [0.0, 12.0]])))


def test_new_positions_do_not_see_the_future(yours, rng):
    """The first of several new positions does not notice what the later ones are, however large their scores."""
    query, key, value, keys, values = arguments(rng, (2,), 3, 4, 5, 2)
    want = kv_cache_attention(query[:, :2], key[:, :2], value[:, :2], keys, values)[0]
    key[:, 2:], value[:, 2:] = 1e4 * rng.normal(size=(2, 2, 5)), 1e6
    agree(yours(query, key, value, keys, values)[0][:, :2], want)


def test_queries_far_apart(yours, rng):
    """A query whose scores are all small is not drowned by one whose scores are large."""
    query, key = np.array([[900.0], [-900.0]]), np.array([[2.0], [1.0]])
    output, *_ = yours(query, key, np.array([[5.0], [7.0]]), np.array([[3.0]]), np.array([[1.0]]))
    agree(output, np.array([[1.0], [7.0]]))


@pytest.mark.parametrize("batch", [(), (2,), (2, 1, 3)], ids=["none", "one", "three"])
def test_leading_axes(yours, rng, batch):
    """Any number of leading axes works, also where keys and values have as many features."""
    args = arguments(rng, batch, 3, 2, 4, 4)
    agree(yours(*args), kv_cache_attention(*args))


def variant(query, key, value, key_cache, value_cache, *, diagonal=None, scale=None, axis=-1, stable=True, when="before"):
    """The right answer, with one part of it replaced."""
    keys, values = np.concatenate([key_cache, key], axis=-2), np.concatenate([value_cache, value], axis=-2)
    scores = query @ keys.mT / math.sqrt(scale or query.shape[-1])
    past = key_cache.shape[-2] if diagonal is None else diagonal
    allowed = np.tri(*scores.shape[-2:], past, dtype=bool)
    if when == "before":
        scores = np.where(allowed, scores, -np.inf)
    weights = np.exp(scores - scores.max(axis=axis, keepdims=True) * stable)
    if when == "between":
        weights = weights * allowed
    weights = weights / weights.sum(axis=axis, keepdims=True)
    return (weights * allowed if when == "after" else weights) @ values, keys, values


@mistake("The new caches are the old ones: the new keys and values are lost. Return what you have appended to.")
def returns_the_old_caches(query, key, value, key_cache, value_cache):
    return variant(query, key, value, key_cache, value_cache)[0], key_cache.copy(), value_cache.copy()


@mistake("The new caches hold the new positions only, and the past is lost. Return old and new ones together.")
def returns_new_rows_only(query, key, value, key_cache, value_cache):
    return variant(query, key, value, key_cache, value_cache)[0], key.copy(), value.copy()


@mistake("As many old positions are dropped as new ones come. That is a sliding window: here the caches grow.")
def drops_the_oldest(query, key, value, key_cache, value_cache):
    output, keys, values = variant(query, key, value, key_cache, value_cache)
    new = key.shape[-2]
    return output, keys[..., new:, :].copy(), values[..., new:, :].copy()


@mistake("The new keys and values stand before the old ones. They come later in the text: append them at the end.")
def puts_new_rows_in_front(query, key, value, key_cache, value_cache):
    output, *_ = variant(query, key, value, key_cache, value_cache)
    return output, np.concatenate([key, key_cache], axis=-2), np.concatenate([value, value_cache], axis=-2)


@mistake("The caches come out in the wrong order. First the output, then the keys, then the values.")
def returns_values_before_keys(query, key, value, key_cache, value_cache):
    output, keys, values = variant(query, key, value, key_cache, value_cache)
    return output, values, keys


@mistake("The new queries see the new positions only, and the cache is never read. Attend to old and new ones together.")
def attends_to_new_rows_only(query, key, value, key_cache, value_cache):
    _, keys, values = variant(query, key, value, key_cache, value_cache)
    return variant(query, key, value, key_cache[..., :0, :], value_cache[..., :0, :])[0], keys, values


@mistake("Nothing is masked, so several new positions see each other's future. A triangle is needed where L is above 1.")
def sees_later_positions(query, key, value, key_cache, value_cache):
    return variant(query, key, value, key_cache, value_cache, when="never")


@mistake("The triangle begins in the upper left corner. The columns of the cache come first, and all queries see them.")
def aligns_the_first_query(query, key, value, key_cache, value_cache):
    return variant(query, key, value, key_cache, value_cache, diagonal=0)


@mistake(
    "A new position cannot see itself. Append first, then attend: query i stands at position P + i, the last one that it sees."
)
def leaves_out_the_diagonal(query, key, value, key_cache, value_cache):
    output, *caches = variant(query, key, value, key_cache, value_cache, diagonal=key_cache.shape[-2] - 1)
    return np.nan_to_num(output), *caches


@mistake("You mask after the softmax, so the weights of a row no longer add up to 1. Take the scores away before it.")
def masks_the_weights(query, key, value, key_cache, value_cache):
    return variant(query, key, value, key_cache, value_cache, when="after")


@mistake("You take the largest score before masking. If that is a later one and huge, nothing is left of the rest. Mask first.")
def takes_the_maximum_before_masking(query, key, value, key_cache, value_cache):
    return variant(query, key, value, key_cache, value_cache, when="between")


@mistake("A prompt is read without a mask: with an empty cache you hide nothing. Its positions must not see their future either.")
def does_not_mask_the_prompt(query, key, value, key_cache, value_cache):
    when = "before" if key_cache.shape[-2] else "never"
    return variant(query, key, value, key_cache, value_cache, when=when)


@mistake("The scores are not scaled. Divide them by the square root of the length of a query before the softmax.")
def forgets_the_scale(query, key, value, key_cache, value_cache):
    return variant(query, key, value, key_cache, value_cache, scale=1)


@mistake("The softmax runs over the queries. Each query hands out a weight of 1 to the keys: take it along the last axis.")
def normalizes_over_the_queries(query, key, value, key_cache, value_cache):
    return variant(query, key, value, key_cache, value_cache, axis=-2)


@mistake("The exponential of a large score overflows. Subtract the largest score of the row first: the weights stay the same.")
def overflows(query, key, value, key_cache, value_cache):
    return variant(query, key, value, key_cache, value_cache, stable=False)


@mistake("A float32 input comes back as float64: NumPy's own square root of a number is a float64. Use Python's math.sqrt.")
def returns_float64(query, key, value, key_cache, value_cache):
    output, *caches = variant(query, key, value, key_cache, value_cache)
    return output.astype(np.float64), *caches


@mistake("The cache is changed in place. Someone may want to go on from it in two ways: append in a new array.")
def overwrites_the_cache(query, key, value, key_cache, value_cache):
    result = variant(query, key, value, key_cache, value_cache)
    key_cache[..., -1:, :] = key[..., -1:, :]
    return result


@right
def query_by_query(query, key, value, key_cache, value_cache):
    keys, values = key_cache.copy(), value_cache.copy()
    outputs = []
    for i in range(query.shape[-2]):
        now = slice(i, i + 1)
        keys, values = np.append(keys, key[..., now, :], axis=-2), np.append(values, value[..., now, :], axis=-2)
        scores = query[..., now, :] @ np.swapaxes(keys, -1, -2) / math.sqrt(query.shape[-1])
        a = np.exp(scores - scores.max(axis=-1, keepdims=True))
        outputs.append(a / a.sum(axis=-1, keepdims=True) @ values)
    return np.concatenate(outputs, axis=-2), keys, values


@right
def old_and_new_apart(query, key, value, key_cache, value_cache):
    scale, new = query.shape[-1] ** -0.5, query.shape[-2]
    old = np.einsum("...le,...pe->...lp", query, key_cache) * scale
    recent = np.einsum("...le,...se->...ls", query, key) * scale
    recent = np.where(np.arange(new) <= np.arange(new)[:, None], recent, -np.inf)
    top = np.maximum(recent.max(-1, keepdims=True), old.max(-1, keepdims=True, initial=-np.inf))
    old, recent = np.exp(old - top), np.exp(recent - top)
    total = old.sum(-1, keepdims=True) + recent.sum(-1, keepdims=True)
    output = (old @ value_cache + recent @ value) / total
    return output, np.concatenate((key_cache, key), -2), np.concatenate((value_cache, value), -2)


@right
def into_a_prepared_array(query, key, value, key_cache, value_cache):
    past, new = key_cache.shape[-2], key.shape[-2]
    keys, values = (np.empty((*a.shape[:-2], past + new, a.shape[-1]), a.dtype) for a in (key, value))
    keys[..., :past, :], keys[..., past:, :] = key_cache, key
    values[..., :past, :], values[..., past:, :] = value_cache, value
    later = np.triu(np.full((new, past + new), -np.inf, dtype=query.dtype), past + 1)
    scores = query / math.sqrt(query.shape[-1]) @ keys.mT + later
    a = np.exp(scores - scores.max(-1, keepdims=True))
    return a / a.sum(-1, keepdims=True) @ values, keys, values
