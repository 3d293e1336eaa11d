"""Hidden tests of llm/beam_search."""

import heapq
import itertools
import math

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.llm.beam_search import beam_search


def sample(rng, size="small"):
    """A vocabulary of five tokens; what comes next depends on the last token and on how many there are."""
    if size == "ones":
        return (lambda tokens: [-0.75]), [0], 0, 1, 1, 1.0
    table = rng.uniform(-4.0, -0.25, (9, 5, 5))
    table[:, :, 3] -= 0.5  # eos, which is not to win at once

    def next_log_probs(tokens):
        return [float(value) for value in table[len(tokens) % 9, tokens[-1]]]

    return next_log_probs, [1, 4], 3, 3, 4, 0.8


def tree(branches, default=(-8.0, -8.0, -8.0)):
    """A model that knows some beginnings, written as strings of digits."""

    def next_log_probs(tokens):
        return list(branches.get("".join(map(str, tokens)), default))

    return next_log_probs


def test_greedy_is_a_beam_of_one(yours):
    """With a beam of 1 the best token is taken in each round, though another beginning would pay off."""
    model = tree({"9": (-0.5, -1.0, -9.0), "90": (-3.0, -2.5, -4.0), "91": (-9.0, -9.0, -0.25)})
    agree(yours(model, [9], 2, 1, 2, 0.0), ([0, 1], -3.0))
    agree(yours(model, [9], 2, 2, 2, 0.0), ([1, 2], -1.25))


def test_all_hypotheses_compete(yours):
    """The candidates of all hypotheses are compared: one may have several survivors and another none."""
    model = tree({"": (-1.0, -2.0, -9.0), "0": (-0.5, -0.75, -9.0), "1": (-5.0, -6.0, -9.0), "01": (-0.125, -9.0, -9.0)})
    agree(yours(model, [], 2, 2, 3, 0.0), ([0, 1, 0], -1.875))


def test_wide_beam_tries_everything(yours, rng):
    """A beam that is wide enough finds the best of all texts."""
    model, prompt, eos, _, _, penalty = sample(rng)
    best = (-math.inf, [])
    for length in (1, 2, 3):
        for text in itertools.product(range(5), repeat=length):
            if eos not in text[:-1] and (text[-1] == eos or length == 3):
                total = sum(model([*prompt, *text[:i]])[token] for i, token in enumerate(text))
                best = max(best, (total / length**penalty, list(text)))
    agree(yours(model, prompt, eos, 125, 3, penalty), best[::-1])


def test_length_penalty(yours):
    """Plain sums prefer the short text; divided by the length, or by more than that, the long one wins."""
    model = tree({"": (-9.0, -1.25, -1.0), "1": (-9.0, -0.5, -9.0), "11": (-9.0, -9.0, -0.25)})
    agree(yours(model, [], 2, 2, 3, 0.0), ([2], -1.0))
    agree(yours(model, [], 2, 2, 3), ([1, 1, 2], -2.0 / 3))
    agree(yours(model, [], 2, 2, 3, length_penalty=2.0), ([1, 1, 2], -2.0 / 9))
    agree(yours(model, [], 2, 2, 3, 0.5), ([2], -1.0))


def test_finished_texts_are_not_extended(yours):
    """A text that ends with eos is set aside: whatever the model says after it does not matter."""
    model = tree({"5": (-2.0, -9.0, -0.5), "50": (-9.0, -0.25, -9.0)}, (0.0, 0.0, 0.0))
    agree(yours(model, [5], 2, 2, 3, 1.0), ([2], -0.5))


def test_search_goes_on(yours):
    """After a text has finished, the next round keeps as many candidates as before."""
    model = tree({"": (-2.0, -9.0, -1.5), "0": (-0.25, -0.5, -9.0), "00": (-9.0, -9.0, -6.0), "01": (-9.0, -0.125, -9.0)})
    agree(yours(model, [], 2, 2, 3, 1.0), ([0, 1, 1], -0.875))
    agree(yours(tree({"": (-3.0, -4.0, -2.0)}, (-9.0, -9.0, -9.0)), [], 2, 1, 4, 1.0), ([2], -2.0))
    model = tree({"": (-1.0, -9.0, -0.875), "0": (-0.125, -9.0, -0.5), "00": (-9.0, -9.0, -0.375)})
    agree(yours(model, [], 2, 2, 3, 1.0), ([0, 0, 2], -0.5))


def test_pruned_texts_do_not_finish(yours):
    """A text that ends with eos counts only if it is among the kept candidates of its round."""
    model = tree({"": (-0.5, -0.75, -1.0), "0": (-9.0, -4.0, -9.0), "1": (-4.0, -9.0, -9.0)})
    agree(yours(model, [], 2, 2, 2, 0.0), ([0, 1], -4.5))


def test_unfinished_texts_count(yours):
    """Texts that have not ended when the rounds are over compete with those that have."""
    model = tree({"": (-0.5, -9.0, -2.0), "0": (-0.25, -9.0, -9.0)})
    agree(yours(model, [], 2, 2, 2, 1.0), ([0, 0], -0.375))


def test_ties(yours):
    """Between equal sums the better hypothesis comes first, then the smaller token; between equal scores what finished first."""
    agree(yours(tree({}, (-1.0, -1.0, -1.0)), [], 2, 2, 3, 0.0), ([0, 0, 0], -3.0))
    model = tree({"": (-0.75, -0.5, -9.0), "0": (-0.5, -9.0, -9.0), "1": (-9.0, -0.75, -9.0)})
    agree(yours(model, [], 2, 1, 2, 0.0), ([1, 1], -1.25))
    agree(yours(model, [], 2, 2, 2, 0.0), ([1, 1], -1.25))
    model = tree({"": (-1.0, -9.0, -1.0), "0": (-1.0, -9.0, -1.0)})
    agree(yours(model, [], 2, 2, 2, 1.0), ([2], -1.0))


def test_prompt(yours):
    """The model sees the whole prompt and the new tokens; the result has the new ones only, and so has the length."""
    model = tree({"44": (-1.0, -2.0, -3.0), "440": (-4.0, -0.5, -4.0), "": (-9.0, -1.0, -9.0)})
    agree(yours(model, [4, 4], 2, 1, 2, 1.0), ([0, 1], -0.75))


def test_impossible_tokens(yours):
    """A token with a log-probability of minus infinity is never part of the result, as long as there is another."""
    model = tree({}, (-math.inf, -1.0, -math.inf))
    agree(yours(model, [], 2, 3, 3, 1.0), ([1, 1, 1], -1.0))


@pytest.mark.parametrize("beam_size", [0, -2])
def test_bad_beam_size(yours, rng, beam_size):
    """A beam_size below 1 raises a ValueError that names it."""
    model, prompt, eos, *_ = sample(rng)
    with pytest.raises(ValueError, match="beam_size"):
        yours(model, prompt, eos, beam_size, 2)


def search(
    model, prompt, eos, size, rounds, penalty=1.0, *, order=None, cut=None, add=None, early=False, shrink=False, over=None
):
    """Beam search with other parts than the reference has."""
    if size < 1:
        raise ValueError("beam_size must be at least 1")
    live, finished = [(0.0, [])], []
    for _ in range(rounds):
        groups = [[((add or float.__add__)(s, p), [*y, i]) for i, p in enumerate(model([*prompt, *y]))] for s, y in live]
        candidates = [candidate for group in groups for candidate in group]
        kept = cut(groups, size) if cut else sorted(candidates, key=order or (lambda c: -c[0]))[:size]
        finished += [c for c in kept if c[1][-1] == eos]
        live = [c for c in kept if c[1][-1] != eos]
        if early and finished:
            break
        size -= shrink * sum(c[1][-1] == eos for c in kept)
    score = over or (lambda s, y: s / len(y) ** penalty)
    return max(((y, score(s, y)) for s, y in [*finished, *live]), key=lambda pair: pair[1])


@mistake("The beam has no effect: you take the best token in each round. That is greedy decoding, a beam of 1.")
def is_greedy(next_log_probs, prompt, eos, beam_size, max_new_tokens, length_penalty=1.0):
    return beam_search(next_log_probs, prompt, eos, min(beam_size, 1), max_new_tokens, length_penalty)


@mistake("Each hypothesis keeps its own best extension. Compare the candidates of all hypotheses, and keep the best of them.")
def keeps_one_of_each_hypothesis(next_log_probs, prompt, eos, beam_size, max_new_tokens, length_penalty=1.0):
    def cut(groups, size):
        each = size if len(groups) == 1 and len(groups[0][0][1]) == 1 else 1
        return sorted((c for group in groups for c in sorted(group, key=lambda c: -c[0])[:each]), key=lambda c: -c[0])

    return search(next_log_probs, prompt, eos, beam_size, max_new_tokens, length_penalty, cut=cut)


@mistake("Log-probabilities are multiplied. Probabilities multiply, so their logarithms are added up.")
def multiplies_log_probabilities(next_log_probs, prompt, eos, beam_size, max_new_tokens, length_penalty=1.0):
    def add(s, p):
        return p if s == 0 else -abs(s * p) if abs(p) < math.inf else p

    return search(next_log_probs, prompt, eos, beam_size, max_new_tokens, length_penalty, add=add)


@mistake("The search stops as soon as one text has finished. A longer one may still get a better score: go on.")
def stops_at_the_first_end(next_log_probs, prompt, eos, beam_size, max_new_tokens, length_penalty=1.0):
    return search(next_log_probs, prompt, eos, beam_size, max_new_tokens, length_penalty, early=True)


@mistake("Texts are extended beyond their eos. Set them aside as soon as they end.")
def extends_finished_texts(next_log_probs, prompt, eos, beam_size, max_new_tokens, length_penalty=1.0):
    return beam_search(next_log_probs, prompt, -1, beam_size, max_new_tokens, length_penalty)


@mistake("Each finished text takes a place in the beam for good. The next round keeps beam_size candidates again.")
def shrinks_the_beam(next_log_probs, prompt, eos, beam_size, max_new_tokens, length_penalty=1.0):
    return search(next_log_probs, prompt, eos, beam_size, max_new_tokens, length_penalty, shrink=True)


@mistake("Every text that could end counts as finished. It has to be among the beam_size candidates that are kept.")
def finishes_what_was_pruned(next_log_probs, prompt, eos, beam_size, max_new_tokens, length_penalty=1.0):
    beam_search(next_log_probs, prompt, eos, beam_size, 1)
    live, finished = [(0.0, [])], []
    for _ in range(max_new_tokens):
        every = [(s + p, [*y, i]) for s, y in live for i, p in enumerate(next_log_probs([*prompt, *y]))]
        finished += [c for c in every if c[1][-1] == eos]
        live = [c for c in sorted(every, key=lambda c: -c[0])[:beam_size] if c[1][-1] != eos]
    return max(((y, s / len(y) ** length_penalty) for s, y in [*finished, *live]), key=lambda pair: pair[1])


@mistake("Texts without an eos are dropped. When the rounds are over, those still alive compete with the finished ones.")
def drops_unfinished_texts(next_log_probs, prompt, eos, beam_size, max_new_tokens, length_penalty=1.0):
    def score(s, y):
        return s / len(y) ** length_penalty - (0.0 if y[-1] == eos else 1e6)

    y, s = search(next_log_probs, prompt, eos, beam_size, max_new_tokens, length_penalty, over=score)
    return y, s + (0.0 if y[-1] == eos else 1e6)


@mistake("The sums are compared as they are, which prefers short texts. Divide each by a power of its length.")
def forgets_the_length(next_log_probs, prompt, eos, beam_size, max_new_tokens, length_penalty=1.0):
    return beam_search(next_log_probs, prompt, eos, beam_size, max_new_tokens, 0.0)


@mistake("The sum is multiplied by a power of the length, which makes long texts worse still. Divide by it.")
def multiplies_by_the_length(next_log_probs, prompt, eos, beam_size, max_new_tokens, length_penalty=1.0):
    return beam_search(next_log_probs, prompt, eos, beam_size, max_new_tokens, -length_penalty)


@mistake("This is the penalty of Google's translator, ((5 + L) / 6) to a power. Here the length itself is raised to it.")
def takes_googles_penalty(next_log_probs, prompt, eos, beam_size, max_new_tokens, length_penalty=1.0):
    def score(s, y):
        return s / ((5 + len(y)) / 6) ** length_penalty

    return search(next_log_probs, prompt, eos, beam_size, max_new_tokens, over=score)


@mistake("The length counts the prompt. Only new tokens have log-probabilities in the sum: divide by their number.")
def counts_the_prompt(next_log_probs, prompt, eos, beam_size, max_new_tokens, length_penalty=1.0):
    def score(s, y):
        return s / (len(prompt) + len(y)) ** length_penalty

    return search(next_log_probs, prompt, eos, beam_size, max_new_tokens, over=score)


@mistake("The result begins with the prompt. Return the new tokens only.")
def returns_the_prompt(next_log_probs, prompt, eos, beam_size, max_new_tokens, length_penalty=1.0):
    tokens, score = beam_search(next_log_probs, prompt, eos, beam_size, max_new_tokens, length_penalty)
    return [*prompt, *tokens], score


@mistake("The eos is missing at the end of the result. It is a token of the text: leave it there.")
def cuts_off_the_eos(next_log_probs, prompt, eos, beam_size, max_new_tokens, length_penalty=1.0):
    tokens, score = beam_search(next_log_probs, prompt, eos, beam_size, max_new_tokens, length_penalty)
    return [token for token in tokens if token != eos], score


@mistake("The model does not see the prompt. Hand over the prompt and the new tokens behind it.")
def hides_the_prompt(next_log_probs, prompt, eos, beam_size, max_new_tokens, length_penalty=1.0):
    def model(tokens):
        return next_log_probs(tokens[len(prompt) :] or tokens)

    return beam_search(model, prompt, eos, beam_size, max_new_tokens, length_penalty)


@mistake("The score is a probability. Return the logarithm: the sum, divided by the power of the length.")
def returns_a_probability(next_log_probs, prompt, eos, beam_size, max_new_tokens, length_penalty=1.0):
    tokens, score = beam_search(next_log_probs, prompt, eos, beam_size, max_new_tokens, length_penalty)
    return tokens, math.exp(score)


@mistake("Ties go to the larger token, because pairs were sorted and turned round. Keep the order of the hypotheses and tokens.")
def turns_ties_round(next_log_probs, prompt, eos, beam_size, max_new_tokens, length_penalty=1.0):
    def order(candidate):
        return -candidate[0], [-token for token in candidate[1]]

    return search(next_log_probs, prompt, eos, beam_size, max_new_tokens, length_penalty, order=order)


@mistake("There is one round too few. Each of the max_new_tokens rounds adds one token.")
def stops_one_round_early(next_log_probs, prompt, eos, beam_size, max_new_tokens, length_penalty=1.0):
    return beam_search(next_log_probs, prompt, eos, beam_size, max(max_new_tokens - 1, 1), length_penalty)


@mistake("A beam_size below 1 is not refused. Raise a ValueError that names it.")
def accepts_any_beam(next_log_probs, prompt, eos, beam_size, max_new_tokens, length_penalty=1.0):
    return beam_search(next_log_probs, prompt, eos, max(beam_size, 1), max_new_tokens, length_penalty)


@mistake("You append the new tokens to the prompt of the caller. Make a new list for each hypothesis.")
def extends_the_prompt(next_log_probs, prompt, eos, beam_size, max_new_tokens, length_penalty=1.0):
    tokens, score = beam_search(next_log_probs, prompt, eos, beam_size, max_new_tokens, length_penalty)
    prompt += tokens
    return tokens, score


@right
def with_a_heap(next_log_probs, prompt, eos, beam_size, max_new_tokens, length_penalty=1.0):
    if beam_size <= 0:
        raise ValueError("beam_size")
    live, done = [([], 0.0)], []
    for _ in range(max_new_tokens):
        heap = []
        for rank, (tokens, total) in enumerate(live):
            for token, value in enumerate(next_log_probs(prompt + tokens)):
                heapq.heappush(heap, (-(total + value), rank, token, tokens))
        best = [heapq.heappop(heap) for _ in range(min(beam_size, len(heap)))]
        live = []
        for negative, _, token, tokens in best:
            (done if token == eos else live).append(([*tokens, token], -negative))
    winner, top = None, -math.inf
    for tokens, total in done + live:
        score = total / math.pow(len(tokens), length_penalty)
        if winner is None or score > top:
            winner, top = tokens, score
    return winner, top


@right
def with_arrays(next_log_probs, prompt, eos, beam_size, max_new_tokens, length_penalty=1.0):
    if beam_size < 1:
        raise ValueError("beam_size is too small")
    texts, sums, done = [()], np.zeros(1), []
    while texts and len(texts[0]) < max_new_tokens:
        table = sums[:, None] + np.array([next_log_probs([*prompt, *text]) for text in texts])
        kept = np.argsort(-table, axis=None, kind="stable")[:beam_size]
        pairs = [(*texts[i // table.shape[1]], int(i % table.shape[1])) for i in kept]
        values = table.ravel()[kept]
        ends = np.array([text[-1] == eos for text in pairs])
        done += [(value, text) for value, text, end in zip(values, pairs, ends, strict=True) if end]
        texts, sums = [text for text, end in zip(pairs, ends, strict=True) if not end], values[~ends]
    everything = done + list(zip(sums, texts, strict=True))
    scores = [value / len(text) ** length_penalty for value, text in everything]
    best = int(np.argmax(scores))
    return list(everything[best][1]), float(scores[best])
