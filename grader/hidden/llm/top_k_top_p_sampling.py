"""Hidden tests of llm/top_k_top_p_sampling."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.llm.top_k_top_p_sampling import top_k_top_p_sampling


def sample(rng, size="small"):
    """Five texts and eight tokens; both filters bite, and the temperature is not 1."""
    if size == "ones":
        return rng.normal(size=(1, 1)), rng.random(1), 0.7, 1, 0.9
    logits = np.log(rng.permuted(np.tile([0.3, 0.22, 0.16, 0.12, 0.08, 0.06, 0.04, 0.02], (5, 1)), axis=1))
    return 0.8 * (logits + rng.normal(scale=0.05, size=(5, 8))), rng.uniform(0.03, 0.97, 5), 0.8, 6, 0.8


def rows(*probabilities):
    return np.log(np.array(probabilities))


def test_nothing_is_cut(yours):
    """With the defaults it is the softmax, and u picks a token from the cumulative sums."""
    p = np.array([0.125, 0.5, 0.0625, 0.3125])
    u = np.array([0.0, 0.12, 0.13, 0.6, 0.65, 0.7, 0.99])
    agree(yours(np.log(np.tile(p, (7, 1))) + 3.0, u), (np.array([0, 0, 1, 1, 2, 3, 3]), np.tile(p, (7, 1))))


def test_temperature(yours):
    """At temperature 1/2 probabilities are squared, at 2 their roots are taken; both comes before top-p."""
    p = np.array([[0.5, 0.3, 0.2]])
    agree(yours(np.log(p), np.array([0.7]), 0.5), (np.array([1]), p**2 / 0.38))
    agree(yours(np.log(p), np.array([0.7]), 2.0), (np.array([1]), np.sqrt(p) / np.sqrt(p).sum()))
    agree(yours(np.log(p), np.array([0.7]), 0.5, 0, 0.64), (np.array([0]), np.array([[1.0, 0.0, 0.0]])))


def test_top_k(yours):
    """Exactly k tokens are kept and share everything; a k of 0 or above the number of tokens keeps all."""
    x, u = rows([0.1, 0.4, 0.2, 0.3]), np.array([0.45])
    agree(yours(x, u, top_k=2), (np.array([1]), np.array([[0.0, 4 / 7, 0.0, 3 / 7]])))
    agree(yours(x, u, top_k=1), (np.array([1]), np.array([[0.0, 1.0, 0.0, 0.0]])))
    for k in (0, 4, 9):
        agree(yours(x, u, top_k=k), (np.array([1]), np.exp(x)))


def test_top_p(yours):
    """The token that steps over the limit is kept, the next one is not; the first one always is."""
    x, u = rows([0.1, 0.4, 0.2, 0.3]), np.array([0.99])
    agree(yours(x, u, top_p=0.8), (np.array([3]), np.array([[0.0, 4 / 9, 2 / 9, 3 / 9]])))
    agree(yours(x, u, top_p=0.6), (np.array([3]), np.array([[0.0, 4 / 7, 0.0, 3 / 7]])))
    agree(yours(x, u, top_p=0.01), (np.array([1]), np.array([[0.0, 1.0, 0.0, 0.0]])))


def test_exactly_enough(yours):
    """Two of four equal tokens reach a top_p of exactly one half, and a third one is not kept."""
    agree(yours(np.zeros((1, 4)), np.array([0.6]), top_p=0.5), (np.array([1]), np.array([[0.5, 0.5, 0.0, 0.0]])))
    agree(yours(np.zeros((1, 4)), np.array([0.6]), top_p=0.51)[1], np.array([[1 / 3, 1 / 3, 1 / 3, 0.0]]))


def test_top_k_comes_first(yours):
    """top_p is a share of what top-k has left over, and not of everything."""
    x = rows([0.3, 0.1, 0.05, 0.4, 0.15])
    agree(yours(x, np.array([0.1]), top_k=2, top_p=0.5), (np.array([3]), np.array([[0.0, 0.0, 0.0, 1.0, 0.0]])))
    agree(yours(x, np.array([0.1]), top_k=2, top_p=0.6)[1], np.array([[3 / 7, 0.0, 0.0, 4 / 7, 0.0]]))


def test_ties(yours):
    """Of equal tokens those with smaller numbers are kept, and never more than k."""
    x = np.tile([1.0, 2.0, 1.0, 2.0], (1, 10))
    want = np.zeros((1, 40))
    want[0, 1:14:2] = 1 / 7
    agree(yours(x, np.array([0.5]), top_k=7), (np.array([7]), want))
    agree(yours(np.zeros((1, 5)), np.array([0.9]), top_k=2), (np.array([1]), np.array([[0.5, 0.5, 0.0, 0.0, 0.0]])))


def test_limits_of_the_draw(yours):
    """A sum equal to u is not enough, u = 0 skips tokens without probability, and a u out of reach draws the last kept one."""
    even = np.zeros((4, 4))
    agree(yours(even, np.array([0.0, 0.25, 0.5, 0.75]))[0], np.array([0, 1, 2, 3]))
    agree(yours(np.array([[-9.0, 0.0, -9.0]]), np.array([0.0]), top_k=1)[0], np.array([1]))
    ten = np.where(np.arange(12) < 10, 0.0, -9.0)[None]
    agree(yours(ten, np.array([1 - 2.0**-53]), top_k=10)[0], np.array([9]))  # ten times 0.1 is 1 - 2^-53


def test_huge_scores(yours):
    """Scores of ten thousand overflow nothing, and every row is treated by itself."""
    x = np.array([[1e4, 1e4 - np.log(3), -1e4], [-2e4, -1e4, -1e4 - np.log(3)]])
    agree(yours(x, np.array([0.8, 0.8]), top_p=0.9), (np.array([1, 2]), np.array([[0.75, 0.25, 0.0], [0.0, 0.75, 0.25]])))


@pytest.mark.parametrize("temperature", [0.0, -1.0])
def test_bad_temperature(yours, rng, temperature):
    """A temperature that is not above 0 raises a ValueError that names it."""
    with pytest.raises(ValueError, match="temperature"):
        yours(*sample(rng)[:2], temperature)


@pytest.mark.parametrize("top_p", [0.0, 1.1])
def test_bad_top_p(yours, rng, top_p):
    """A top_p of 0 or above 1 raises a ValueError that names it."""
    with pytest.raises(ValueError, match="top_p"):
        yours(*sample(rng)[:2], top_p=top_p)


def softmax(x):
    e = np.exp(x - x.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def draw(p, u):
    """The last step alone."""
    return np.array(
        [min(int((np.cumsum(row) <= one).sum()), int(np.flatnonzero(row)[-1])) for row, one in zip(p, u, strict=True)]
    )


def keep(p, u, kept):
    """The last two steps, after another filter."""
    p = np.where(kept, p, 0)
    p = p / p.sum(axis=1, keepdims=True)
    return draw(p, u), p


def ranks(x):
    return np.argsort(np.argsort(-x, kind="stable"))


def before(p):
    """How much probability stands before each token, sorted by probability."""
    order = np.argsort(-p, kind="stable")
    q = np.take_along_axis(p, order, axis=1)
    return np.take_along_axis(np.cumsum(q, axis=1) - q, np.argsort(order), axis=1)


@mistake("You multiply by the temperature. Divide the scores by it: a small temperature makes the distribution sharper.")
def multiplies_by_the_temperature(logits, u, temperature=1.0, top_k=0, top_p=1.0):
    return top_k_top_p_sampling(logits, u, temperature and 1 / temperature, top_k, top_p)


@mistake(
    "The temperature comes after the filters. Divide by it first: the nucleus is one of the distribution that you draw from."
)
def applies_the_temperature_last(logits, u, temperature=1.0, top_k=0, top_p=1.0):
    top_k_top_p_sampling(logits, u, temperature, top_k, top_p)
    kept = top_k_top_p_sampling(logits, u, 1.0, top_k, top_p)[1] > 0
    return keep(softmax(logits / temperature), u, kept)


@mistake("top_p counts probabilities of all tokens. Top-k comes first, and what it leaves adds up to 1 before top-p.")
def takes_the_nucleus_of_everything(logits, u, temperature=1.0, top_k=0, top_p=1.0):
    _, p = top_k_top_p_sampling(logits, u, temperature, 0, top_p)
    return keep(p, u, ranks(logits) < top_k) if top_k else (draw(p, u), p)


@mistake("The token that steps over top_p is missing. Keep the fewest that reach it: that token is the last one to be kept.")
def drops_the_token_that_steps_over(logits, u, temperature=1.0, top_k=0, top_p=1.0):
    top_k_top_p_sampling(logits, u, temperature, top_k, top_p)
    _, p = top_k_top_p_sampling(logits, u, temperature, top_k)
    return keep(p, u, (before(p) + p <= top_p) | (ranks(p) == 0)) if top_p < 1 else (draw(p, u), p)


@mistake("One token too many is kept where the others reach top_p exactly. At least top_p is enough.")
def wants_more_than_top_p(logits, u, temperature=1.0, top_k=0, top_p=1.0):
    top_k_top_p_sampling(logits, u, temperature, top_k, top_p)
    _, p = top_k_top_p_sampling(logits, u, temperature, top_k)
    return keep(p, u, before(p) <= top_p)


@mistake("The kept probabilities do not add up to 1. Divide by their sum before you draw.")
def does_not_renormalize(logits, u, temperature=1.0, top_k=0, top_p=1.0):
    _, p = top_k_top_p_sampling(logits, u, temperature, top_k, top_p)
    p = np.where(p > 0, softmax(logits / temperature), 0)
    return draw(p, u), p


@mistake("The scores of the others are set to 0 instead of minus infinity, which leaves them a probability: exp(0) is 1.")
def sets_scores_to_zero(logits, u, temperature=1.0, top_k=0, top_p=1.0):
    _, p = top_k_top_p_sampling(logits, u, temperature, top_k, top_p)
    p = softmax(np.where(p > 0, logits / temperature, 0))
    return draw(p, u), p


@mistake("Probabilities come back sorted. Send each one back to the place of its token.")
def leaves_them_sorted(logits, u, temperature=1.0, top_k=0, top_p=1.0):
    tokens, p = top_k_top_p_sampling(logits, u, temperature, top_k, top_p)
    return tokens, -np.sort(-p, axis=1)


@mistake("You draw from the sorted probabilities. Here u runs along the tokens in the order of their numbers.")
def draws_in_sorted_order(logits, u, temperature=1.0, top_k=0, top_p=1.0):
    _, p = top_k_top_p_sampling(logits, u, temperature, top_k, top_p)
    order = np.argsort(-logits, kind="stable")
    place = draw(np.take_along_axis(p, order, axis=1), u)
    return order[np.arange(len(p)), place], p


@mistake("u has no effect: you always take the most probable token. That is greedy decoding; draw from the distribution.")
def is_greedy(logits, u, temperature=1.0, top_k=0, top_p=1.0):
    _, p = top_k_top_p_sampling(logits, u, temperature, top_k, top_p)
    return p.argmax(axis=1), p


@mistake("The sum only has to reach u, so that u = 0 draws token 0, whatever its probability. It has to be above u.")
def stops_at_u(logits, u, temperature=1.0, top_k=0, top_p=1.0):
    tokens, p = top_k_top_p_sampling(logits, u, temperature, top_k, top_p)
    reached = np.cumsum(p, axis=1) >= u[:, None]
    return np.where(reached.any(axis=1), reached.argmax(axis=1), tokens), p


@mistake("Where rounding keeps the whole sum below u, you draw token 0: an argmax of False is 0. Take the last kept token.")
def falls_back_to_the_first(logits, u, temperature=1.0, top_k=0, top_p=1.0):
    _, p = top_k_top_p_sampling(logits, u, temperature, top_k, top_p)
    return (np.cumsum(p, axis=1) > u[:, None]).argmax(axis=1), p


@mistake(
    "Where rounding keeps the whole sum below u, you draw the last token of all, which has no probability. Take the last kept "
    "one."
)
def falls_off_the_end(logits, u, temperature=1.0, top_k=0, top_p=1.0):
    _, p = top_k_top_p_sampling(logits, u, temperature, top_k, top_p)
    return np.minimum((np.cumsum(p, axis=1) <= u[:, None]).sum(axis=1), p.shape[1] - 1), p


@mistake("All tokens that tie with the k-th are kept. Keep exactly k; of equal ones those with smaller numbers.")
def keeps_all_that_tie(logits, u, temperature=1.0, top_k=0, top_p=1.0):
    if not 0 < top_k < logits.shape[1]:
        return top_k_top_p_sampling(logits, u, temperature, top_k, top_p)
    limit = -np.sort(-logits, axis=1)[:, top_k - 1 : top_k]
    return top_k_top_p_sampling(np.where(logits >= limit, logits, logits - 1e5 * temperature), u, temperature, 0, top_p)


@mistake("Of equal tokens those with larger numbers are kept, because a rising sort was turned round. Sort stably, downwards.")
def turns_ties_round(logits, u, temperature=1.0, top_k=0, top_p=1.0):
    _, p = top_k_top_p_sampling(logits[:, ::-1], u, temperature, top_k, top_p)
    return draw(p[:, ::-1], u), p[:, ::-1].copy()


@mistake("A top_k of 0 keeps one token only. 0 means that this filter is off: all tokens are kept.")
def takes_zero_for_one(logits, u, temperature=1.0, top_k=0, top_p=1.0):
    return top_k_top_p_sampling(logits, u, temperature, top_k or 1, top_p)


@mistake("The exponentials of large scores overflow. Subtract the largest score of each row first.")
def overflows(logits, u, temperature=1.0, top_k=0, top_p=1.0):
    _, p = top_k_top_p_sampling(logits, u, temperature, top_k, top_p)
    with np.errstate(all="ignore"):
        e = np.where(p > 0, np.exp(logits / temperature), 0)
        p = e / e.sum(axis=1, keepdims=True)
    return draw(p, u), p


@mistake("A temperature of 0 or below is not refused. Raise a ValueError that names temperature.")
def accepts_any_temperature(logits, u, temperature=1.0, top_k=0, top_p=1.0):
    return top_k_top_p_sampling(logits, u, temperature if temperature > 0 else 1e-9, top_k, top_p)


@mistake("A top_p of 0, or above 1, is not refused. Raise a ValueError that names top_p.")
def accepts_any_top_p(logits, u, temperature=1.0, top_k=0, top_p=1.0):
    return top_k_top_p_sampling(logits, u, temperature, top_k, min(max(top_p, 1e-9), 1.0))


@mistake("Probabilities of float32 scores come back as float64. Do not convert the scores, and allocate with their dtype.")
def returns_float64(logits, u, temperature=1.0, top_k=0, top_p=1.0):
    return top_k_top_p_sampling(logits.astype(np.float64), u, temperature, top_k, top_p)


@right
def row_by_row(logits, u, temperature=1.0, top_k=0, top_p=1.0):
    if not temperature > 0:
        raise ValueError("temperature")
    if top_p <= 0 or top_p > 1:
        raise ValueError("top_p")
    tokens, probs = [], np.zeros_like(logits)
    for row, one, result in zip(logits, u, probs, strict=True):
        kept = sorted(range(len(row)), key=lambda i: (-row[i], i))[: top_k or None]
        weight = [np.exp((row[i] - row[kept[0]]) / temperature) for i in kept]
        total = sum(weight)
        size, reached = 0, 0.0
        while size < len(kept) and (reached < top_p or top_p == 1):
            reached += weight[size] / total
            size += 1
        for i, w in zip(kept[:size], weight, strict=False):
            result[i] = w / sum(weight[:size])
        reached, token = 0.0, None
        for i in sorted(kept[:size]):
            if token is None or reached <= one:
                token, reached = i, reached + result[i]
        tokens.append(token)
    return np.array(tokens), probs


@right
def by_ranks_and_masks(logits, u, temperature=1.0, top_k=0, top_p=1.0):
    if temperature <= 0 or not 0 < top_p <= 1:
        raise ValueError("temperature or top_p")
    x = logits / temperature
    if top_k:
        x = np.where(ranks(logits) < top_k, x, -np.inf)
    p = softmax(x)
    kept = (before(p) < top_p) | (top_p >= 1)
    p = softmax(np.where(kept, x, -np.inf))
    reached = np.cumsum(p, axis=1) > u[:, None]
    last = p.shape[1] - 1 - np.argmax(p[:, ::-1] > 0, axis=1)
    return np.where(reached.any(axis=1), np.argmax(reached, axis=1), last), p
