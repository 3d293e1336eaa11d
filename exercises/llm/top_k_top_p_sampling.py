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

if TYPE_CHECKING:
    from jaxtyping import Float, Int
    from numpy import ndarray as Array


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
    raise NotImplementedError("write top_k_top_p_sampling here")
