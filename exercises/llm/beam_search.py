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
    raise NotImplementedError("write beam_search here")
