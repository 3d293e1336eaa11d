"""Hidden tests of attention/sliding_window_attention."""

import math

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.attention.sliding_window_attention import sliding_window_attention

independent = (
    "F.scaled_dot_product_attention(query, key, value, "
    "torch.ones(*query.shape[-2:-1] * 2, dtype=torch.bool).tril().triu(1 - window))"
)


def sample(rng, size="small"):
    """Every axis has its own length, and the window is shorter than the text by far."""
    n, h, length, e, v, window = {
        "ones": (1, 1, 1, 1, 1, 1),
        "large": (1, 1, 120, 2, 2, 4),
        "huge": (1, 1, 480, 2, 2, 4),
    }.get(size, (2, 3, 8, 5, 4, 3))
    return *arguments(rng, (n, h), length, e, v), window


def arguments(rng, batch, length, e, v):
    return tuple(rng.normal(size=(*batch, length, d)) for d in (e, e, v))


def band(query, key, value, allowed):
    """Attention with a mask, in words of NumPy."""
    e = np.where(allowed, np.exp(query @ key.mT / math.sqrt(query.shape[-1])), 0)
    return e / e.sum(axis=-1, keepdims=True) @ value


@pytest.mark.parametrize("window", [2, 3, 5])
def test_equal_keys(yours, rng, window):
    """Where all keys are equal the output is the mean of the last values, and of fewer at the beginning."""
    query, key, value = arguments(rng, (), 7, 3, 2)
    want = [value[max(0, i - window + 1) : i + 1].mean(axis=0) for i in range(7)]
    agree(yours(query, 0 * key - 0.5, value, window), np.array(want))


def test_window_of_one(yours, rng):
    """With a window of 1 every position gets its own value, in a new array."""
    query, key, value = arguments(rng, (2,), 5, 3, 4)
    agree(yours(query, key, value, 1), value)


@pytest.mark.parametrize("window", [6, 7, 50])
def test_window_as_long_as_the_text(yours, rng, window):
    """With a window as long as the text or longer it is causal attention."""
    query, key, value = arguments(rng, (2,), 6, 3, 4)
    agree(yours(query, key, value, window), band(query, key, value, np.tri(6, dtype=bool)))


def test_outside_of_the_window(yours, rng):
    """A position does not notice what changes after it, or before its window, however large."""
    query, key, value = arguments(rng, (2,), 8, 3, 4)
    want = sliding_window_attention(query[:, 3:6], key[:, 3:6], value[:, 3:6], 3)[:, 2]
    for outside in (slice(None, 3), slice(6, None)):
        key[:, outside], value[:, outside] = 50 * rng.normal(size=key[:, outside].shape), 1e6
    agree(yours(query, key, value, 3)[:, 5], want)


def test_scores_are_halved(yours, rng):
    """With four features a dot product of 2 log 3, next to one of 0, is worth a weight of 3/4."""
    key = np.array([[9.0, 1.0, 0.0, 0.0], [math.log(3), 0.0, 5.0, 2.0], [0.0, 0.0, 1.0, 7.0]])
    output = yours(np.array([[2.0, -1.0, 0.0, 0.0]] * 3), key, np.array([[99.0], [8.0], [0.0]]), 2)
    agree(output[2], np.array([6.0]))


def test_scores_far_below_zero(yours, rng):
    """At the beginning, where all scores are far below zero, nothing but real keys counts."""
    query, key = np.array([[40.0], [50.0], [60.0]]), np.array([[-30.0], [-20.0], [-10.0]])
    agree(yours(query, key, np.array([[3.0], [4.0], [7.0]]), 3), np.array([[3.0], [4.0], [7.0]]))


def test_a_huge_score_outside(yours, rng):
    """A score of a million in the future does not push down those in the window."""
    query, key = np.array([[1.0], [1.0], [-1.0]]), np.array([[0.5], [-0.5], [1e6]])
    share = 1 / (1 + math.exp(-1.0))
    agree(yours(query, key, np.array([[4.0], [8.0], [2.0]]), 2), np.array([[4.0], [8 - 4 * share], [8.0]]))


@pytest.mark.parametrize("batch", [(), (2,), (2, 1, 3)], ids=["none", "one", "three"])
def test_leading_axes(yours, rng, batch):
    """Any number of leading axes works, and each sample and head is on its own."""
    args = arguments(rng, batch, 5, 2, 3)
    agree(yours(*args, 2), sliding_window_attention(*args, 2))


@pytest.mark.parametrize("window", [0, -2])
def test_too_small(yours, rng, window):
    """A window without any key raises a ValueError that names window."""
    with pytest.raises(ValueError, match="window"):
        yours(*arguments(rng, (2,), 4, 3, 2), window)


def variant(query, key, value, window, allowed=None, *, scale=None, stable=True, when="before", fill=-np.inf):
    """The right values, with one part of the way there replaced; `allowed` compares how far back a key lies with the window."""
    if window < 1:
        raise ValueError("window")
    position = np.arange(query.shape[-2])
    back = position[:, None] - position
    seen = allowed(back, window) if allowed else (back >= 0) & (back < window)
    scores = query @ key.mT / math.sqrt(scale or query.shape[-1])
    if when == "before":
        scores = np.where(seen, scores, fill)
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True) * stable)
    if when == "between":
        weights = weights * seen
    weights = weights / weights.sum(axis=-1, keepdims=True)
    return (weights * seen if when == "after" else weights) @ value


@mistake("The window is one key too long. It has `window` keys, the own one included, so it begins at i - window + 1.")
def looks_one_too_far(query, key, value, window):
    return variant(query, key, value, window, lambda back, w: (back >= 0) & (back <= w))


@mistake("A position does not see itself. Its own key is the last one of its window.")
def leaves_out_itself(query, key, value, window):
    output = variant(query, key, value, window, lambda back, w: (back > 0) & (back < max(w, 2)))
    return np.nan_to_num(output)


@mistake("The window reaches as far ahead as back, and the future leaks in. It ends at the position itself.")
def looks_both_ways(query, key, value, window):
    return variant(query, key, value, window, lambda back, w: abs(back) < w)


@mistake("The position stands in the middle of its window, and sees the future. It stands at the end.")
def centres_the_window(query, key, value, window):
    return variant(query, key, value, window, lambda back, w: (back >= -((w - 1) // 2)) & (back <= w // 2))


@mistake("The window lies ahead of the position. It ends at the position itself, and has what came before.")
def looks_ahead(query, key, value, window):
    return variant(query, key, value, window, lambda back, w: (back <= 0) & (back > -w))


@mistake("The window has no effect: every position sees all that came before it. Nothing before i - window + 1 counts.")
def forgets_the_window(query, key, value, window):
    return variant(query, key, value, window, lambda back, w: back >= 0)


@mistake("The text is cut into blocks, and positions see their own block only. The window slides along with the position.")
def cuts_into_blocks(query, key, value, window):
    block = np.arange(query.shape[-2]) // max(window, 1)
    return variant(query, key, value, window, lambda back, w: (back >= 0) & (block[:, None] == block))


@mistake("Zeros that were put in front of the text count as keys, with scores of 0. Give them minus infinity.")
def attends_to_the_padding(query, key, value, window):
    wide = [np.concatenate([np.zeros_like(a[..., :1, :])] * (window - 1) + [a], axis=-2) for a in (query, key, value)]
    return variant(*wide, window)[..., max(window - 1, 0) :, :].copy()


@mistake("You mask after the softmax, so the weights of a row no longer add up to 1. Take the scores away before it.")
def masks_the_weights(query, key, value, window):
    return variant(query, key, value, window, when="after")


@mistake("A masked score becomes 0, and the exponential of 0 is 1: the key still counts. Fill with minus infinity.")
def fills_with_zero(query, key, value, window):
    return variant(query, key, value, window, fill=0)


@mistake("You take the largest score before masking. If it lies outside and is huge, nothing is left of the rest. Mask first.")
def takes_the_maximum_before_masking(query, key, value, window):
    return variant(query, key, value, window, when="between")


@mistake("The scores are not scaled. Divide them by the square root of the length of a query before the softmax.")
def forgets_the_scale(query, key, value, window):
    return variant(query, key, value, window, scale=1)


@mistake("You divide the scores by the root of the window. The scale is the square root of the length of a query.")
def scales_by_the_window(query, key, value, window):
    return variant(query, key, value, window, scale=window)


@mistake("The exponential of a large score overflows. Subtract the largest score of the row first: the weights stay the same.")
def overflows(query, key, value, window):
    return variant(query, key, value, window, stable=False)


@mistake("A window below 1 passes unnoticed. Raise a ValueError that names window.")
def takes_any_window(query, key, value, window):
    return variant(query, key, value, max(window, 1))


@mistake("A float32 input comes back as float64: NumPy's own square root of a number is a float64. Use Python's math.sqrt.")
def returns_float64(query, key, value, window):
    return variant(query.astype(np.float64), key, value, window)


@mistake("You scale the query in place. The caller still needs it: write the quotient into a new array.")
def overwrites_query(query, key, value, window):
    result = variant(query, key, value, window)
    query /= math.sqrt(query.shape[-1])
    return result


@right
def query_by_query(query, key, value, window):
    if window < 1:
        raise ValueError(f"window = {window}")
    output = np.zeros_like(value)
    for i in range(query.shape[-2]):
        seen = slice(max(0, i - window + 1), i + 1)
        scores = query[..., i : i + 1, :] @ key[..., seen, :].mT / math.sqrt(query.shape[-1])
        a = np.exp(scores - scores.max(axis=-1, keepdims=True))
        output[..., i, :] = (a / a.sum(axis=-1, keepdims=True) @ value[..., seen, :])[..., 0, :]
    return output


@right
def distance_by_distance(query, key, value, window):
    if window <= 0:
        raise ValueError("window is not positive")
    length, scale = query.shape[-2], query.shape[-1] ** -0.5
    window = min(window, length)
    scores = np.full((*query.shape[:-1], window), -np.inf, dtype=query.dtype)
    for d in range(window):
        scores[..., d:, d] = (query[..., d:, :] * key[..., : length - d, :]).sum(-1) * scale
    weights = np.exp(scores - scores.max(-1, keepdims=True))
    output = np.zeros_like(value)
    for d in range(window):
        output[..., d:, :] += weights[..., d:, d : d + 1] * value[..., : length - d, :]
    return output / weights.sum(-1, keepdims=True)


@right
def some_queries_at_a_time(query, key, value, window):
    if window < 1:
        raise ValueError("window")
    parts = []
    for i in range(0, query.shape[-2], 8):
        first = max(0, i - window + 1)
        q, k, v = query[..., i : i + 8, :], key[..., first : i + 8, :], value[..., first : i + 8, :]
        back = np.arange(i, i + q.shape[-2])[:, None] - np.arange(first, first + k.shape[-2])
        scores = np.where((back >= 0) & (back < window), q @ k.mT / math.sqrt(q.shape[-1]), -np.inf)
        a = np.exp(scores - scores.max(axis=-1, keepdims=True))
        parts.append(a @ v / a.sum(axis=-1, keepdims=True))
    return np.concatenate(parts, axis=-2)
