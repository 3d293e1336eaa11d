"""Hidden tests of attention/flash_attention."""

import math

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.attention.flash_attention import flash_attention

independent = "(F.scaled_dot_product_attention(query, key, value), torch.logsumexp(query @ key.mT / query.shape[-1] ** 0.5, -1))"


def sample(rng, size="small"):
    """Every axis has its own length, and the last block is shorter than the others."""
    n, q, k, e, v, block = {
        "ones": (1, 1, 1, 1, 1, 1),
        "large": (1, 120, 130, 3, 2, 16),
        "huge": (1, 480, 520, 3, 2, 16),
    }.get(size, (2, 4, 8, 5, 6, 3))
    return rng.normal(size=(n, q, e)), rng.normal(size=(n, k, e)), rng.normal(size=(n, k, v)), block


def plain(query, key, value):
    """The ordinary formula, with the whole table."""
    scores = query @ key.mT / math.sqrt(query.shape[-1])
    top = scores.max(axis=-1, keepdims=True)
    e = np.exp(scores - top)
    total = e.sum(axis=-1, keepdims=True)
    return e @ value / total, (top + np.log(total))[..., 0]


@pytest.mark.parametrize("block_size", [1, 2, 4, 7, 20])
def test_blocks_change_nothing(yours, rng, block_size):
    """It is no approximation: blocks of any size give what the ordinary formula gives."""
    args = rng.normal(size=(2, 3, 4)), rng.normal(size=(2, 7, 4)), rng.normal(size=(2, 7, 5))
    agree(yours(*args, block_size), plain(*args))


@pytest.mark.parametrize("sign", [1, -1], ids=["up", "down"])
def test_scores_that_rise_and_fall(yours, rng, sign):
    """The largest score may grow with every block, or stand in the first one."""
    key, value = sign * np.arange(6.0)[:, None], rng.normal(size=(6, 3))
    agree(yours(np.array([[1.0], [0.5], [-2.0]]), key, value, 2), plain(np.array([[1.0], [0.5], [-2.0]]), key, value))


def test_three_to_one(yours, rng):
    """With four features a dot product of 2 log 3 and one of 0, in two blocks, have weights of 3/4 and 1/4."""
    query, key = np.array([[2.0, -1.0, 0.0, 0.0]]), np.array([[math.log(3), 0.0, 5.0, 2.0], [0.0, 0.0, 1.0, 7.0]])
    agree(yours(query, key, np.array([[8.0, -4.0], [0.0, 12.0]]), 1), (np.array([[6.0, 0.0]]), np.array([math.log(4)])))


def test_equal_keys(yours, rng):
    """Where all scores are zero the output is the mean of all values, the shorter last block included."""
    value = rng.normal(size=(7, 2))
    output, lse = yours(rng.normal(size=(3, 4)), np.zeros((7, 4)), value, 3)
    agree((output, lse), (np.tile(value.mean(axis=0), (3, 1)), np.full(3, math.log(7))))


def test_two_halves_can_be_merged(yours, rng):
    """Results for two parts of the keys, weighted by their sums of exponentials, give the result for all keys."""
    query, key, value = rng.normal(size=(3, 2)), rng.normal(size=(9, 2)), rng.normal(size=(9, 4))
    (first, a), (second, b) = yours(query, key[:5], value[:5], 2), yours(query, key[5:], value[5:], 2)
    share = (1 / (1 + np.exp(b - a)))[:, None]
    agree((share * first + (1 - share) * second, np.logaddexp(a, b)), plain(query, key, value))


def test_huge_scores(yours, rng):
    """Scores of plus and minus a million, in any order, give finite results."""
    query, key = np.array([[1e6], [-1e6]]), np.array([[1.0], [3.0], [2.0], [1.5]])
    output, lse = yours(query, key, np.array([[5.0], [7.0], [-1.0], [9.0]]), 2)
    agree((output, lse), (np.array([[7.0], [5.0]]), np.array([3e6, -1e6])))
    agree(lse[1:], np.array([-1e6]))


def test_where_nothing_reaches_zero(yours, rng):
    """Where every score is far below zero the result is as good as anywhere else."""
    output, lse = yours(np.array([[1.0]]), np.array([[-2000.0], [-2001.0]]), np.array([[4.0], [1.0]]), 1)
    share = 1 / (1 + math.exp(-1))
    agree((output, lse), (np.array([[1 + 3 * share]]), np.array([-2000 - math.log(share)])))


@pytest.mark.parametrize("batch", [(), (2,), (2, 1, 3)], ids=["none", "one", "three"])
def test_leading_axes(yours, rng, batch):
    """Any number of leading axes works, and each sample and head is on its own."""
    args = rng.normal(size=(*batch, 4, 3)), rng.normal(size=(*batch, 5, 3)), rng.normal(size=(*batch, 5, 2))
    agree(yours(*args, 2), flash_attention(*args, 2))


@pytest.mark.parametrize("block_size", [0, -3])
def test_block_size(yours, rng, block_size):
    """A block of no keys raises a ValueError that names block_size."""
    with pytest.raises(ValueError, match="block_size"):
        yours(np.ones((2, 3)), np.ones((4, 3)), np.ones((4, 2)), block_size)


def variant(query, key, value, block_size, step=None, *, scale=None, start=-np.inf, lse=None, whole_blocks=False):
    """The right answer, with one part of it replaced; `step` gives the factors for the sum and the output, and the maximum."""
    if block_size < 1:
        raise ValueError("block_size")
    keys = key.shape[-2] // block_size * block_size if whole_blocks and key.shape[-2] >= block_size else key.shape[-2]
    top = np.full_like(query[..., :1], start)
    total, output = np.zeros_like(top), np.zeros_like(top)
    for first in range(0, keys, block_size):
        k, v = (a[..., first : min(first + block_size, keys), :] for a in (key, value))
        scores = query @ k.mT / math.sqrt(scale or query.shape[-1])
        high = np.maximum(top, scores.max(axis=-1, keepdims=True))
        for_total = for_output = np.exp(top - high)
        if step:
            for_total, for_output, high = step(top, high, scores)
        e = np.exp(scores - high)
        total = total * for_total + e.sum(axis=-1, keepdims=True)
        output = output * for_output + e @ v
        top = high
    return output / total, (lse(top, total) if lse else top + np.log(total))[..., 0]


@mistake("The output so far is not rescaled when the maximum grows. Multiply it by exp(old maximum - new maximum), like the sum.")
def rescales_the_sum_only(query, key, value, block_size):
    return variant(query, key, value, block_size, lambda top, high, s: (np.exp(top - high), 1, high))


@mistake("The sum so far is not rescaled when the maximum grows. Multiply it by exp(old maximum - new maximum), like the output.")
def rescales_the_output_only(query, key, value, block_size):
    return variant(query, key, value, block_size, lambda top, high, s: (1, np.exp(top - high), high))


@mistake("Nothing is rescaled when the maximum grows. Multiply sum and output so far by exp(old maximum - new maximum).")
def never_rescales(query, key, value, block_size):
    return variant(query, key, value, block_size, lambda top, high, s: (1, 1, high))


@mistake("You rescale by the wrong factor: what was summed up relative to a smaller maximum is too large, so it shrinks.")
def rescales_the_wrong_way(query, key, value, block_size):
    def step(top, high, scores):
        factor = np.exp(np.where(top > -np.inf, high - top, 0))
        return factor, factor, high

    return variant(query, key, value, block_size, step)


@mistake(
    "You take the maximum of each block and not the running one. If it is far smaller the factor overflows: take the larger."
)
def forgets_the_old_maximum(query, key, value, block_size):
    def step(top, high, scores):
        here = scores.max(axis=-1, keepdims=True)
        return np.exp(top - here), np.exp(top - here), here

    return variant(query, key, value, block_size, step)


@mistake("No maximum is subtracted, so exponentials overflow or vanish. Keep all sums relative to the largest score so far.")
def subtracts_no_maximum(query, key, value, block_size):
    return variant(query, key, value, block_size, lambda top, high, s: (1, 1, 0 * high))


@mistake("The running maximum begins at 0, so scores far below that have exponentials of zero. Begin with minus infinity.")
def begins_at_zero(query, key, value, block_size):
    return variant(query, key, value, block_size, start=0)


@mistake(
    "You normalize each block on its own and take the mean. A block with large scores counts more than one with small ones: keep "
    "numerator and denominator apart until the end."
)
def averages_the_blocks(query, key, value, block_size):
    if block_size < 1:
        raise ValueError("block_size")
    starts = range(0, key.shape[-2], block_size)
    parts = [plain(query, key[..., i : i + block_size, :], value[..., i : i + block_size, :])[0] for i in starts]
    return sum(parts) / len(parts), variant(query, key, value, block_size)[1]


@mistake("The last block is lost where block_size does not divide the number of keys. It is shorter, and counts like the others.")
def drops_the_last_block(query, key, value, block_size):
    return variant(query, key, value, block_size, whole_blocks=True)


@mistake("The second result is the largest score. The logarithm of the sum of exponentials is missing: add log of the sum.")
def returns_the_maximum(query, key, value, block_size):
    return variant(query, key, value, block_size, lse=lambda top, total: top)


@mistake("The second result lacks the maximum. The sum is relative to it, so its logarithm is too small by that: add it.")
def returns_the_logarithm_alone(query, key, value, block_size):
    return variant(query, key, value, block_size, lse=lambda top, total: np.log(total))


@mistake("The second result is the sum of the exponentials, relative to the maximum. Take its logarithm and add the maximum.")
def returns_the_sum(query, key, value, block_size):
    return variant(query, key, value, block_size, lse=lambda top, total: total)


@mistake("The second result has an axis of length 1 too many. One number for each query is asked for: drop the last axis.")
def keeps_an_axis(query, key, value, block_size):
    output, lse = variant(query, key, value, block_size)
    return output, lse[..., None]


@mistake("The scores are not scaled. Divide them by the square root of the length of a query.")
def forgets_the_scale(query, key, value, block_size):
    return variant(query, key, value, block_size, scale=1)


@mistake("A block_size below 1 passes, and nothing is computed or the loop never ends. Raise a ValueError that names it.")
def takes_any_block_size(query, key, value, block_size):
    return variant(query, key, value, max(block_size, 1))


@mistake(
    "A float32 input comes back as float64: sums that begin as zeros are float64 unless told otherwise. Give them the dtype."
)
def returns_float64(query, key, value, block_size):
    return variant(query.astype(np.float64), key, value, block_size)


@mistake("You scale the query in place. The caller still needs it: write the quotient into a new array.")
def overwrites_query(query, key, value, block_size):
    result = variant(query, key, value, block_size)
    query /= math.sqrt(query.shape[-1])
    return result


@right
def blocks_of_queries_too(query, key, value, block_size):
    if block_size <= 0:
        raise ValueError(f"block_size = {block_size}")
    shape = query.shape[:-1]
    output, lse = np.zeros((*shape, value.shape[-1]), query.dtype), np.zeros(shape, query.dtype)
    for i in range(0, shape[-1], 32):
        q = query[..., i : i + 32, :] / math.sqrt(query.shape[-1])
        m, total, o = np.full(q.shape[:-1], -np.inf, q.dtype), np.zeros(q.shape[:-1], q.dtype), 0
        for j in range(0, key.shape[-2], block_size):
            scores = np.einsum("...le,...se->...ls", q, key[..., j : j + block_size, :])
            old, m = m, np.maximum(m, scores.max(axis=-1))
            p = np.exp(scores - m[..., None])
            total = np.exp(old - m) * total + p.sum(axis=-1)
            o = np.exp(old - m)[..., None] * o + p @ value[..., j : j + block_size, :]
        output[..., i : i + 32, :], lse[..., i : i + 32] = o / total[..., None], m + np.log(total)
    return output, lse


@right
def merging_normalized_blocks(query, key, value, block_size):
    if block_size < 1:
        raise ValueError("block_size")
    output, lse = plain(query, key[..., :block_size, :], value[..., :block_size, :])
    for j in range(block_size, key.shape[-2], block_size):
        part, more = plain(query, key[..., j : j + block_size, :], value[..., j : j + block_size, :])
        both = np.logaddexp(lse, more)
        output = np.exp(lse - both)[..., None] * output + np.exp(more - both)[..., None] * part
        lse = both
    return output, lse


@right
def one_query_at_a_time(query, key, value, block_size):
    if block_size < 1:
        raise ValueError("block_size")
    rows = [plain(query[..., i : i + 1, :], key, value) for i in range(query.shape[-2])]
    return np.concatenate([row[0] for row in rows], axis=-2), np.concatenate([row[1] for row in rows], axis=-1)
