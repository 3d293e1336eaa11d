r"""Speculative decoding: a small model drafts a few tokens, the large one accepts or corrects them, and nobody can tell.

For each of $N$ texts a small model has drafted $K$ tokens, `tokens`, $(N, K)$. In one text they are $x_1 \dots x_K$, each drawn
from its own distribution: $x_i \sim q_i$, where $q_i$ is row $i$ of this text's `draft_probs`, $(N, K, V)$. Then the large
model has looked at all of them in **one** pass, and has said what it would have drawn from, at each of these places and one
further: $p_1 \dots p_{K+1}$, the rows of `target_probs`, $(N, K+1, V)$. Now the draft is checked from left to right, with
random numbers $u_1 \dots u_K$, the first $K$ of this text's `u`, $(N, K+1)$. Token $x_i$ is **accepted** if

$$u_i < \frac{p_i(x_i)}{q_i(x_i)}$$

At the first token that is not accepted, the check of this text ends. In its place a token is drawn from what the draft gave too
little of, and everything drafted after it is thrown away:

$$r(v) = \frac{\max\big(0,\; p_i(v) - q_i(v)\big)}{\sum_{w} \max\big(0,\; p_i(w) - q_i(w)\big)}$$

If all $K$ tokens are accepted, one more is drawn from $p_{K+1}$, for nothing. Either draw uses $u_{K+1}$, the last number of
`u`: it is the smallest token whose cumulative sum, in the order of the token numbers, is **above** $u_{K+1}$; where rounding
leaves none, the last token with a probability above 0.

The tokens that come out are distributed exactly as if the large model had drawn them one by one. That is the theorem, whatever
the draft is; a bad draft only makes it slow.

Return an array of integers, $(N, K+1)$: in each row the accepted tokens, the drawn one behind them, and -1 in all places that
are left. $K$ is at least 1, all distributions add up to 1, every drafted token has $q_i(x_i) > 0$, and all numbers of `u` are
at least 0 and below 1. Do not change the inputs.

Source: Leviathan, Kalman and Matias 2023, *Fast inference from transformers via speculative decoding*, section 2.3 and
algorithm 1; Chen and others 2023, *Accelerating large language model decoding with speculative sampling*, algorithm 2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float, Int
    from numpy import ndarray as Array

ABOUT = About(
    title="Accept or correct a speculative draft",
    difficulty=2,
    points=10,
    needs=("llm/top_k_top_p_sampling",),
    questions=(
        "How does speculative decoding make a language model faster without changing what it says?",
        "With which probability is a drafted token accepted?",
    ),
    hints=(
        "Begin with a single text. It is a loop over the drafted tokens that may end early. In each round you look up two "
        "numbers, the probabilities that both models gave to the drafted token at this place, and hold the random number "
        "against their ratio. Decide first what happens when the loop runs to its end, and what when it does not.",
        "Both endings draw one token, with the same random number, and only the distribution differs: the row behind the last "
        "one, or what is left of the large model's row after the small model's row was taken away. Negative differences count "
        "as zero. What is left does not add up to one, so scale it before you draw.",
        "To draw from a distribution with a number between 0 and 1, go along its cumulative sums and stop at the first one "
        "that is above the number; how many are not above it tells you the place. Fill the result with -1 first, then write. A "
        "token that the large model rules out is never accepted, since not even zero is below zero.",
    ),
    skip={
        "independent": "No library has the acceptance step as a function of its own.",
        "large_values": "All arrays hold probabilities or random numbers: times ten thousand they are none.",
        "gradients_flow": "The result consists of token numbers, which have no gradient.",
    },
)


def speculative_accept(
    target_probs: Float[Array, "N K+1 V"],
    draft_probs: Float[Array, "N K V"],
    tokens: Int[Array, "N K"],
    u: Float[Array, "N K+1"],
) -> Int[Array, "N K+1"]:
    """Check drafted tokens against the large model, and draw one more token for each text.

    Parameters
    ----------
    target_probs : distributions of the large model, for each drafted token and for the one after them.
    draft_probs : distributions of the small model, for each drafted token.
    tokens : the drafted tokens.
    u : random numbers from 0 to 1, 1 excluded: one for each drafted token, and one for the draw at the end.

    Returns
    -------
    The accepted tokens of each text, the one that was drawn, and -1 behind it.

    Examples
    --------
    >>> target_probs = np.array([[[0.5, 0.25, 0.25], [0.125, 0.125, 0.75], [0.25, 0.5, 0.25]]] * 5)
    >>> draft_probs = np.array([[[0.25, 0.25, 0.5], [0.5, 0.375, 0.125]]] * 5)
    >>> u = np.array([[0.9, 0.3, 0.6], [0.9, 0.4, 0.6], [0.7, 0.2, 0.6], [0.3, 0.9, 0.1], [0.4, 0.2, 0.1]])
    >>> speculative_accept(target_probs, draft_probs, np.array([[0, 1], [0, 1], [2, 1], [1, 2], [2, 0]]), u)
    array([[ 0,  1,  1],
           [ 0,  2, -1],
           [ 0, -1, -1],
           [ 1,  2,  0],
           [ 2,  0,  0]])
    """
    n, k = tokens.shape
    texts, places = np.arange(n), np.arange(k)
    ratio = target_probs[texts[:, None], places, tokens] / draft_probs[texts[:, None], places, tokens]
    accepted = np.logical_and.accumulate(u[:, :k] < ratio, axis=1)  # up to the first refusal
    end = accepted.sum(axis=1)

    left, refused = target_probs[texts, end], end < k
    left[refused] = np.maximum(left[refused] - draft_probs[refused, end[refused]], 0)
    passed = np.sum(np.cumsum(left / left.sum(axis=1, keepdims=True), axis=1) <= u[:, k:], axis=1)

    result = np.full((n, k + 1), -1)
    result[:, :k][accepted] = tokens[accepted]
    result[texts, end] = np.minimum(passed, [np.flatnonzero(row)[-1] for row in left])
    return result
