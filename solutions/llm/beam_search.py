r"""Beam search: keep the few best beginnings of a text, extend them all, and keep the few best again.

A language model gives the logarithm of the probability of each possible next token. A text $y_1 \dots y_L$ has the sum of them,

$$s(y) = \sum_{l=1}^{L} \log p(y_l \mid \text{prompt}, y_1, \dots, y_{l-1})$$

and there are far too many texts to try them all. Beam search starts with one **live** hypothesis, the empty text with the sum
0, and then does this `max_new_tokens` times, as long as there are live hypotheses:

1. Extend each live hypothesis by each token of the vocabulary. Of **all** these candidates together keep the `beam_size` with
   the largest sums, in falling order. Between equal sums the candidate of the better hypothesis comes first, then the smaller
   token.
2. Candidates that were kept and end with the token `eos` are **finished**: they are set aside and not extended any more. The
   other ones that were kept are the live hypotheses of the next round, in the same order. The next round keeps `beam_size`
   again.

In the end all finished hypotheses and those still alive compete by their sums, divided by a power of their length, since each
token makes a sum smaller and long texts would never win otherwise:

$$\text{score}(y) = \frac{s(y)}{L^{\,\text{length\_penalty}}}$$

$L$ counts new tokens, `eos` included, and not the prompt. Return the new tokens of the best one, a list of integers without the
prompt and with its `eos`, and its score. Between equal scores the one that finished first wins, those still alive come last,
and within one round the order of step 1 decides.

`next_log_probs` takes a list of tokens, the prompt first, and returns a list of floats, one for each token; minus infinity
means impossible. It neither changes nor keeps the list. `beam_size` may be larger than the number of candidates: then all are
kept. Do not change `prompt`.

Source: Sutskever, Vinyals and Le 2014, *Sequence to sequence learning with neural networks*, section 3.2; the score is that of
Hugging Face's `generate`.
"""

from __future__ import annotations

from collections.abc import Callable

from grader.authoring import About

ABOUT = About(
    title="Beam search",
    difficulty=2,
    points=10,
    questions=(
        "How does beam search work, and when does it beat greedy decoding?",
        "Why does beam search need a length penalty?",
    ),
    hints=(
        "A hypothesis is a pair: the sum so far and the list of its new tokens. Keep two lists of such pairs, the live ones "
        "and the finished ones. One round is: build all candidates, sort them, cut, and deal them out to the two lists. "
        "Nothing else has to be remembered between rounds.",
        "Candidates come from two nested loops, over live hypotheses in their order and over tokens in theirs. If you build "
        "them in this order and your sort is stable, ties are settled already. Cut once, over the candidates of all hypotheses "
        "together: one of them may give several survivors and another none. Make a new list of tokens for each candidate.",
        "When the rounds are over put the finished hypotheses first and the live ones behind them, compute each one's score, "
        "and take the best, the first one if there are several. Python's max does just that. Do not stop when the first "
        "hypothesis is finished: a longer one may still win, because its sum is divided by more.",
    ),
    skip={"independent": "PyTorch has no beam search, and Hugging Face's is not among the requirements."},
)


def beam_search(
    next_log_probs: Callable[[list[int]], list[float]],
    prompt: list[int],
    eos: int,
    beam_size: int,
    max_new_tokens: int,
    length_penalty: float = 1.0,
) -> tuple[list[int], float]:
    """Search for the most probable continuation of a prompt.

    Parameters
    ----------
    next_log_probs : gives for a list of tokens the log-probability of each possible next one.
    prompt : the tokens that the text begins with; the list may be empty.
    eos : the token that ends a text.
    beam_size : how many candidates are kept in each round, at least 1.
    max_new_tokens : number of rounds, at least 1.
    length_penalty : the power of the length that a sum is divided by; 0 compares the plain sums.

    Returns
    -------
    The new tokens of the best hypothesis, and its score.

    Raises
    ------
    ValueError
        If `beam_size` is below 1. The message names the argument: beam_size.

    Examples
    --------
    >>> def next_log_probs(tokens):
    ...     return [-0.5, -1.0, -9.0] if tokens[-1] == 7 else [-3.0, -2.5, -4.0] if tokens[-1] == 0 else [-8.0, -6.0, -0.25]
    >>> beam_search(next_log_probs, [7], eos=2, beam_size=1, max_new_tokens=2)
    ([0, 1], -1.5)
    >>> beam_search(next_log_probs, [7], eos=2, beam_size=2, max_new_tokens=2)
    ([1, 2], -0.625)
    """
    if beam_size < 1:
        raise ValueError(f"beam_size must be at least 1, got {beam_size}")
    live: list[tuple[float, list[int]]] = [(0.0, [])]
    finished: list[tuple[float, list[int]]] = []
    for _ in range(max_new_tokens):
        candidates = [
            (total + log_p, [*tokens, token])
            for total, tokens in live
            for token, log_p in enumerate(next_log_probs([*prompt, *tokens]))
        ]
        kept = sorted(candidates, key=lambda candidate: -candidate[0])[:beam_size]  # a stable sort
        finished += [hypothesis for hypothesis in kept if eos in hypothesis[1]]
        live = [hypothesis for hypothesis in kept if eos not in hypothesis[1]]
    scored = [(tokens, total / len(tokens) ** length_penalty) for total, tokens in [*finished, *live]]
    return max(scored, key=lambda pair: pair[1])
