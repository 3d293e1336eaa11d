"""Hidden tests of llm/speculative_accept."""

import numpy as np

from grader.authoring import agree, mistake, right
from solutions.llm.speculative_accept import speculative_accept

P = np.array([[0.5, 0.25, 0.25], [0.125, 0.125, 0.75], [0.25, 0.5, 0.25]])
Q = np.array([[0.25, 0.25, 0.5], [0.5, 0.375, 0.125]])


def sample(rng, size="small"):
    """Forty texts with four drafted tokens out of six; the small model is nearly right, so that some are accepted."""
    n, k, v = (1, 1, 1) if size == "ones" else (40, 4, 6)
    draft = rng.dirichlet(np.ones(v), size=(n, k))
    target = rng.dirichlet(np.ones(v), size=(n, k + 1))
    target[:, :k] = 0.6 * target[:, :k] + 0.4 * draft
    tokens = np.minimum((draft.cumsum(axis=2) <= rng.random((n, k, 1))).sum(axis=2), v - 1)
    return target, draft, tokens, rng.random((n, k + 1))


def fits(yours, target, draft, cases):
    """Each case has the drafted tokens, the random numbers and the right answer for one text."""
    tokens, u, want = (np.array(part) for part in zip(*cases, strict=True))
    agree(yours(np.stack([target] * len(cases)), np.stack([draft] * len(cases)), tokens, u), want)


def test_all_accepted(yours):
    """If every token is accepted, one more is drawn from the last row of the large model."""
    draws = [(0.0, 0), (0.24, 0), (0.26, 1), (0.74, 1), (0.76, 2), (0.99, 2)]
    fits(yours, P, Q, [([0, 2], [0.99, 0.99, last], [0, 2, want]) for last, want in draws])


def test_ratio(yours):
    """A token with the probabilities 1/4 and 1/2 is accepted if its random number is below one half."""
    cases = [
        ([2, 2], [0.49, 0.0, 0.3], [2, 2, 1]),
        ([2, 2], [0.51, 0.0, 0.3], [0, -1, -1]),
        ([2, 2], [0.5, 0.0, 0.3], [0, -1, -1]),
    ]
    fits(yours, P, Q, cases)


def test_correction(yours):
    """What replaces a refused token is drawn from the positive part of the difference, scaled to add up to 1."""
    target, draft = np.array([[0.4, 0.1, 0.3, 0.2], [0.1, 0.2, 0.3, 0.4]]), np.array([[0.1, 0.6, 0.2, 0.1]])
    draws = [(0.0, 0), (0.59, 0), (0.61, 2), (0.79, 2), (0.81, 3), (0.99, 3)]
    fits(yours, target, draft, [([1], [0.5, last], [want, -1]) for last, want in draws])


def test_first_refusal_ends_it(yours):
    """Everything behind the first refused token is thrown away, also what would have been accepted."""
    target = np.array([[0.5, 0.5], [0.1, 0.9], [0.5, 0.5], [0.9, 0.1]])
    draft = np.array([[0.5, 0.5], [0.9, 0.1], [0.5, 0.5]])
    u = [0.1, 0.8, 0.1, 0.3]
    fits(yours, target, draft, [([1, 0, 1], u, [1, 1, -1, -1]), ([1, 1, 0], u, [1, 1, 0, 0])])


def test_texts_are_independent(yours, rng):
    """Each text ends where its own first refusal is, whatever happens in the others."""
    args = sample(rng)
    alone = np.concatenate([speculative_accept(*(part[i : i + 1] for part in args)) for i in range(40)])
    agree(yours(*args), alone)
    agree(yours(*(part[4:5] for part in args)), alone[4:5])


def test_same_models(yours, rng):
    """If both models agree, nothing is ever refused."""
    target = rng.dirichlet(np.ones(4), size=6)
    fits(yours, target, target[:5], [([3, 0, 2, 2, 1], [0.999] * 5 + [0.0], [3, 0, 2, 2, 1, 0])])


def test_ruled_out(yours):
    """A token that the large model rules out is refused even with a random number of 0."""
    target, draft = np.array([[0.0, 0.25, 0.75], [0.0, 0.5, 0.5]]), np.array([[0.5, 0.25, 0.25]])
    fits(yours, target, draft, [([0], [0.0, 0.0], [2, -1]), ([1], [0.5, 0.0], [1, 1])])


def test_distribution_is_that_of_the_large_model(yours):
    """Over all drafts and all random numbers the first token is distributed as the large model wants it."""
    target, draft = np.array([[0.25, 0.625, 0.125], [0.5, 0.25, 0.25]]), np.array([[0.5, 0.25, 0.25]])
    grid = [(i + 0.5) / 12 for i in range(12)]
    drafts = np.array([[x, one, two] for x in (0, 0, 1, 2) for one in grid for two in grid])
    size = len(drafts)
    args = np.stack([target] * size), np.stack([draft] * size), drafts[:, :1].astype(np.int64), drafts[:, 1:]
    agree((yours(*args)[:, :1] == np.arange(3)).sum(axis=0) / size, target[0])


def test_out_of_reach(yours):
    """Where rounding keeps the whole sum from exceeding the random number, the last possible token is drawn."""
    ten = np.array([0.1] * 10 + [0.0, 0.0])
    fits(yours, np.stack([ten, ten]), ten[None], [([4], [0.5, 1 - 2.0**-53], [4, 9])])


def check(target_probs, draft_probs, tokens, u, accepts=None, left=None, scaled=True):
    """The algorithm with another test or another distribution to correct from."""
    accepts = accepts or (lambda p, q, x, r: r < p[x] / q[x])
    left = left or (lambda p, q: np.maximum(p - q, 0))
    result, k = np.full(u.shape, -1), tokens.shape[1]
    for row, target, draft, drafted, r in zip(result, target_probs, draft_probs, tokens, u, strict=True):
        end = next((i for i in range(k) if not accepts(target[i], draft[i], drafted[i], r[i])), k)
        rest = left(target[end], draft[end]) if end < k else target[end]
        rest = rest if rest.any() else target[end]
        reached = np.cumsum(rest / (rest.sum() if scaled else 1)) <= r[k]
        row[:end], row[end] = drafted[:end], min(int(reached.sum()), int(np.flatnonzero(rest)[-1]))
    return result


def ends(result):
    """Texts, and where the drawn token stands in each."""
    return np.arange(len(result)), (result >= 0).sum(axis=1) - 1


@mistake("The ratio is upside down. Accept with the large model's probability divided by the small model's.")
def turns_the_ratio_round(target_probs, draft_probs, tokens, u):
    return check(target_probs, draft_probs, tokens, u, lambda p, q, x, r: r * p[x] < q[x])


@mistake("You accept with the large model's probability alone. Divide it by the probability that the draft was drawn with.")
def forgets_the_draft(target_probs, draft_probs, tokens, u):
    return check(target_probs, draft_probs, tokens, u, lambda p, q, x, r: r < p[x])


@mistake("You accept whenever the large model finds the token more probable, and never else. The random number decides.")
def ignores_the_random_number(target_probs, draft_probs, tokens, u):
    return check(target_probs, draft_probs, tokens, u, lambda p, q, x, r: p[x] >= q[x])


@mistake("Only tokens that the large model likes best are accepted. That is right for greedy decoding; here the ratio decides.")
def accepts_the_best_only(target_probs, draft_probs, tokens, u):
    return check(target_probs, draft_probs, tokens, u, lambda p, q, x, r: x == p.argmax())


@mistake(
    "A random number equal to the ratio accepts, so that 0 lets in a token that the large model rules out. It must be below."
)
def accepts_at_the_ratio(target_probs, draft_probs, tokens, u):
    return check(target_probs, draft_probs, tokens, u, lambda p, q, x, r: r <= p[x] / q[x])


@mistake(
    "You accept when the random number is above the ratio. The more the large model likes a token, the more often it is accepted."
)
def accepts_above_the_ratio(target_probs, draft_probs, tokens, u):
    return check(target_probs, draft_probs, tokens, u, lambda p, q, x, r: r >= p[x] / q[x])


@mistake(
    "A refused token is replaced by a draw from the large model. Then tokens that the draft favours come too often: draw from "
    "the positive part of the difference."
)
def corrects_from_the_large_model(target_probs, draft_probs, tokens, u):
    return check(target_probs, draft_probs, tokens, u, left=lambda p, q: p)


@mistake("A refused token is replaced by a draw from the absolute difference. Negative differences count as zero.")
def takes_the_absolute_difference(target_probs, draft_probs, tokens, u):
    return check(target_probs, draft_probs, tokens, u, left=lambda p, q: abs(p - q))


@mistake("A refused token is replaced by a draw from q - p. Take p - q: what the draft gave too little of.")
def subtracts_the_wrong_way(target_probs, draft_probs, tokens, u):
    return check(target_probs, draft_probs, tokens, u, left=lambda p, q: np.maximum(q - p, 0))


@mistake("What is left after the subtraction does not add up to 1. Divide by its sum before you draw.")
def does_not_scale_what_is_left(target_probs, draft_probs, tokens, u):
    return check(target_probs, draft_probs, tokens, u, scaled=False)


@mistake("A refused token is left out and the check goes on. It must end there: what follows was drafted for another text.")
def goes_on_after_a_refusal(target_probs, draft_probs, tokens, u):
    result = speculative_accept(target_probs, draft_probs, tokens, u)
    drawn = result[ends(result)]
    for row, target, draft, drafted, r, last in zip(result, target_probs, draft_probs, tokens, u, drawn, strict=True):
        kept = [x for p, q, x, one in zip(target, draft, drafted, r, strict=False) if one < p[x] / q[x]]
        row[: len(kept) + 1] = [*kept, last]
    return result


@mistake("One refusal ends the check in all texts. Each text ends at its own first refusal.")
def ends_all_texts_together(target_probs, draft_probs, tokens, u):
    result = speculative_accept(target_probs, draft_probs, tokens, u)
    result[:, ends(result)[1].min() + 1 :] = -1
    return result


@mistake("There is no correction: behind the accepted tokens stands -1. Draw a token in place of the refused one.")
def leaves_out_the_correction(target_probs, draft_probs, tokens, u):
    result = speculative_accept(target_probs, draft_probs, tokens, u)
    texts, end = ends(result)
    result[texts[end < tokens.shape[1]], end[end < tokens.shape[1]]] = -1
    return result


@mistake("The extra token is missing. If all drafted tokens are accepted, draw one more from the last row of the large model.")
def leaves_out_the_extra_token(target_probs, draft_probs, tokens, u):
    result = speculative_accept(target_probs, draft_probs, tokens, u)
    result[:, -1] = -1
    return result


@mistake("The correction takes the token that the draft underrates most. It must be drawn, with the last number of u.")
def corrects_greedily(target_probs, draft_probs, tokens, u):
    def left(p, q):
        return np.eye(len(p), dtype=p.dtype)[np.argmax(p - q)]

    return check(target_probs, draft_probs, tokens, u, left=left)


@mistake("The correction uses the random number that refused the token, which is never small. Take the last number of u.")
def uses_a_number_twice(target_probs, draft_probs, tokens, u):
    again = u.copy()
    again[:, -1] = u[ends(speculative_accept(target_probs, draft_probs, tokens, u))]
    return speculative_accept(target_probs, draft_probs, tokens, again)


@mistake("Where rounding keeps the whole sum from exceeding the number, you run off the end. Take the last possible token.")
def falls_off_the_end(target_probs, draft_probs, tokens, u):
    result = speculative_accept(target_probs, draft_probs, tokens, u)
    texts, end = ends(result)
    padded = np.concatenate([draft_probs, 0 * target_probs[:, :1]], axis=1)
    rest = np.maximum(target_probs[texts, end] - padded[texts, end], 0)
    reached = np.cumsum(rest / rest.sum(axis=1, keepdims=True), axis=1) <= u[:, -1:]
    result[texts, end] = np.minimum(reached.sum(axis=1), rest.shape[1] - 1)
    return result


@mistake("Places that are left hold 0, which is a token. Fill them with -1.")
def fills_up_with_zeros(target_probs, draft_probs, tokens, u):
    return np.maximum(speculative_accept(target_probs, draft_probs, tokens, u), 0)


@right
def token_by_token(target_probs, draft_probs, tokens, u):
    result = []
    for target, draft, drafted, numbers in zip(target_probs, draft_probs, tokens, u, strict=True):
        row = []
        for p, q, x, r in zip(target, draft, drafted, numbers, strict=False):
            if r * q[x] >= p[x]:
                rest = [max(a - b, 0.0) for a, b in zip(p, q, strict=True)]
                break
            row.append(x)
        else:
            rest = list(target[-1])
        total, reached = sum(rest), 0.0
        for token, weight in enumerate(rest):
            if weight > 0:
                drawn, reached = token, reached + weight / total
                if reached > numbers[-1]:
                    break
        result.append([*row, drawn, *[-1] * (len(drafted) - len(row))])
    return np.array(result)


@right
def with_a_refusal_at_the_end(target_probs, draft_probs, tokens, u):
    n, k = tokens.shape
    padded = np.pad(draft_probs, ((0, 0), (0, 1), (0, 0)))
    p, q = (np.take_along_axis(part[:, :k], tokens[:, :, None], axis=2)[:, :, 0] for part in (target_probs, draft_probs))
    end = np.argmax(np.pad(u[:, :k] >= p / q, ((0, 0), (0, 1)), constant_values=True), axis=1)
    result = np.pad(tokens, ((0, 0), (0, 1)))
    result[np.arange(k + 1) > end[:, None]] = -1
    for i in range(n):
        rest = np.clip(target_probs[i, end[i]] - padded[i, end[i]], 0, None)
        cumulative = np.cumsum(rest / np.sum(rest))
        cumulative[np.flatnonzero(rest)[-1] :] = 1
        result[i, end[i]] = np.searchsorted(cumulative, u[i, k], side="right")
    return result
