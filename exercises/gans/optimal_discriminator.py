r"""The best possible discriminator, if the generator holds still: it knows how often each sample is real.

A sample $x$ occurs with probability $p(x)$ among the real ones and with probability $q(x)$ among the generated ones, and the
discriminator is shown one kind as often as the other. At every $x$ it gives a probability $D(x)$ of "real", and it maximises

$$V(D) = \sum_x p(x) \log D(x) + \sum_x q(x) \log\bigl(1 - D(x)\bigr)$$

Each $x$ stands for itself, so this is a small problem in one variable, many times, and its solution is

$$D^*(x) = \frac{p(x)}{p(x) + q(x)}$$

Where real and generated samples are equally likely, no discriminator can do better than toss a coin. If that is so
everywhere, $p = q$, then $D^* = \frac12$ everywhere: this is what training aims at, a generator that cannot be told from the
data, and **not** a perfect discriminator. Where only real samples occur, $D^*$ is exactly 1, and where only generated ones
do, exactly 0. Where neither occurs, any value is as good as another; return $\frac12$ there.

`p` and `q` hold the probabilities, or densities, of the same samples: non-negative numbers, in arrays of the same shape and
dtype. They need not add up to 1. Small probabilities keep their digits: with $p = 10^{-30}$ and $q = 1$, $D^*$ is $10^{-30}$.
A `q` of another shape is an error. Return a new array; do not change the inputs.

Source: Goodfellow et al. 2014, *Generative adversarial nets*, proposition 1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


def optimal_discriminator(p: Float[Array, "*shape"], q: Float[Array, "*shape"]) -> Float[Array, "*shape"]:
    """Compute the probability that the optimal discriminator gives to each sample.

    Parameters
    ----------
    p : probability of each sample among the real ones, at least 0.
    q : probability of the same samples among the generated ones, at least 0.

    Returns
    -------
    The probability of "real" for each sample, a new array in the shape and dtype of `p`.

    Raises
    ------
    ValueError
        If `q` has another shape than `p`. The message names it: q.

    Examples
    --------
    >>> p, q = np.array([0.5, 0.3, 0.0, 0.2, 0.0]), np.array([0.5, 0.1, 0.4, 0.0, 0.0])
    >>> optimal_discriminator(p, q)
    array([0.5 , 0.75, 0.  , 1.  , 0.5 ])
    """
    raise NotImplementedError("write optimal_discriminator here")
