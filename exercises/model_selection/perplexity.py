r"""How surprised is a language model? Perplexity: among how many equally likely words it might as well have been guessing.

A language model gives every word that may come next a probability. To judge it, take a text that it has not seen, and note for
each token the probability $p_i$ that the model gave to the token that really came. The perplexity of the $n$ tokens is the
exponential of the mean negative logarithm,

$$\text{PPL} = \exp\!\Big(-\frac1n \sum_{i=1}^{n} \ln p_i\Big)$$

that is, the inverse of the geometric mean of the probabilities. Who guesses evenly among $V$ words has a perplexity of $V$, and
who is certain and right has 1. Lower is better. The exponent is the cross-entropy loss of training, so that a loss of 3 nats
means a perplexity of 20.

A single token that was held impossible, with $p_i = 0$, makes the perplexity infinite: the result is then infinity, and no
error. The text may be long: the product of a few hundred probabilities is already too small for a float, but the perplexity is
not.

Source: Jelinek, Mercer, Bahl and Baker 1977, *Perplexity: a measure of the difficulty of speech recognition tasks*; Jurafsky and
Martin 2025, *Speech and language processing*, section 3.3.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without torchmetrics, by whatever name.
def perplexity(token_probs: Float[Array, "n"]) -> Float[Array, ""]:
    """Tell among how many equally likely tokens the model might have been guessing.

    Parameters
    ----------
    token_probs : for each token the probability that the model gave to it, from 0 to 1; there is at least one.

    Returns
    -------
    The perplexity, a number from 1 to infinity.

    Raises
    ------
    ValueError
        If a probability is below 0 or above 1. The message names the argument: token_probs.

    Examples
    --------
    >>> round(float(perplexity(np.array([0.5, 0.125, 0.25, 0.25]))), 6)
    4.0
    """
    raise NotImplementedError("write perplexity here")
