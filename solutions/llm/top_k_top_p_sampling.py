r"""Choose the next token: temperature, top-k and nucleus (top-p), then one draw from what is left.

A language model gives a score for each of the $V$ tokens. Always taking the best one makes dull text that goes in circles;
drawing from the whole distribution lets in, sooner or later, one of the thousands of absurd tokens. So the tail is cut off
first. For each row of `logits`, $(N, V)$, these steps follow one another:

1. **Temperature.** Divide the scores by `temperature`, which is above 0: small is bold, large is wild.
2. **Top-k.** Keep the `top_k` tokens with the highest scores. 0, or a number above $V$, keeps all.
3. **Top-p.** Take the softmax of what is kept, so that it adds up to 1. Put these tokens in order, the most probable first, and
   keep the fewest from the front whose probabilities add up to **at least** `top_p`, which is above 0 and at most 1. The first
   token is always kept, and with `top_p` = 1 all tokens of step 2 are.
4. **Renormalize.** All other tokens get a probability of exactly 0, and the kept ones are scaled so that they add up to 1
   again.

Wherever scores are equal, the smaller token number counts as the higher score, so that exactly `top_k` tokens are kept.

At last comes the **draw**. `u` holds one number per row, $0 \le u < 1$. With $p$ the result of step 4, in the order of the
token numbers,

$$\text{token} = \min\Big\{\, i \;:\; \sum_{j \le i} p_j > u \Big\}$$

Where rounding keeps even the whole sum from exceeding $u$, it is the last token with a probability above 0.

Return the pair of `tokens`, integers of shape $(N,)$, and the probabilities of step 4, $(N, V)$, in the order of the token
numbers and with the dtype of `logits`. Scores are finite, and may be as large as $10^4$ and more. Do not change the inputs.

Source: Fan, Lewis and Dauphin 2018, *Hierarchical neural story generation*, section 5.4 (top-k); Holtzman and others 2020, *The
curious case of neural text degeneration*, section 3.1 (top-p). The order of the steps is that of Hugging Face's `generate`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float, Int
    from numpy import ndarray as Array

ABOUT = About(
    title="Sampling with temperature, top-k and top-p",
    difficulty=2,
    points=10,
    needs=("activations/softmax",),
    questions=(
        "What do temperature, top-k and top-p do, and in which order?",
        "Why not always take the most probable token?",
    ),
    hints=(
        "Sort the scores of each row once, the highest first, and remember the order. In sorted rows both filters are simple: "
        "each keeps a piece from the front. At the very end send every probability back to the place where its token stands, and "
        "only then think about the draw.",
        "For the nucleus you need, for each token in the sorted row, how much probability stands before it. A token is kept as "
        "long as that amount has not reached the limit yet. Seen this way the token that steps over the limit stays in, and "
        "the first one always does, with no special case. Use the probabilities after top-k, scaled to add up to one.",
        "The draw turns a cumulative sum upside down. Run along the tokens in the order of their numbers, adding "
        "probabilities, and stop as soon as the sum is above u; counting the places where it is not gives the same number. "
        "Tokens with probability zero can never be the place where it happens. If rounding lets you run off the end, step back "
        "to the last token that has any probability.",
    ),
    skip={
        "independent": "PyTorch has no such function, and Hugging Face's is not among the requirements.",
        "large_values": "u holds random numbers from 0 to 1: times ten thousand they are none.",
    },
)


def top_k_top_p_sampling(
    logits: Float[Array, "N V"],
    u: Float[Array, " N"],
    temperature: float = 1.0,
    top_k: int = 0,
    top_p: float = 1.0,
) -> tuple[Int[Array, " N"], Float[Array, "N V"]]:
    """Filter the distribution of the next token and draw from it.

    Parameters
    ----------
    logits : scores of the tokens, one row for each text.
    u : one random number for each row, from 0 to 1, 1 excluded.
    temperature : what scores are divided by, above 0.
    top_k : how many tokens are kept at most; 0 keeps all.
    top_p : how much probability is kept at least, above 0 and up to 1.

    Returns
    -------
    The tokens drawn, and the probabilities that they were drawn with.

    Raises
    ------
    ValueError
        If `temperature` is not above 0, or `top_p` is not above 0 and at most 1. The message names the argument: temperature,
        top_p.

    Examples
    --------
    >>> logits = np.log(np.array([[0.25, 0.05, 0.4, 0.3], [0.9, 0.02, 0.02, 0.06]]))
    >>> tokens, probs = top_k_top_p_sampling(logits, np.array([0.3, 0.99]), top_k=3, top_p=0.7)
    >>> tokens
    array([2, 0])
    >>> np.round(probs, 4)
    array([[0.    , 0.    , 0.5714, 0.4286],
           [1.    , 0.    , 0.    , 0.    ]])
    """
    if temperature <= 0:
        raise ValueError(f"temperature must be above 0, got {temperature}")
    if not 0 < top_p <= 1:
        raise ValueError(f"top_p must be above 0 and at most 1, got {top_p}")

    rows, order = np.arange(len(logits))[:, None], np.argsort(-logits, kind="stable")
    scores = logits[rows, order] / temperature  # the best first
    e = np.exp(scores - scores[:, :1])
    e[:, top_k or e.shape[1] :] = 0
    p = e / e.sum(axis=1, keepdims=True)
    e[p.cumsum(axis=1) - p >= top_p] = 0  # what stands before a token suffices without it
    probs = np.empty_like(logits)
    probs[rows, order] = e / e.sum(axis=1, keepdims=True)

    passed = (probs.cumsum(axis=1) <= u[:, None]).sum(axis=1)
    last = [np.flatnonzero(row)[-1] for row in probs]
    return np.minimum(passed, last), probs
