r"""The reparameterization trick: how gradients get past a random draw.

The encoder of a variational autoencoder (VAE) does not give a code. For every sample it gives a normal distribution of codes,
with a mean $\mu$ and a variance $\sigma^2$ for each entry, and the code is drawn from it. Nothing can be differentiated
through a draw. The way out is to draw where no parameter is involved, $\epsilon \sim \mathcal N(0, 1)$, and then to shift and
stretch:

$$z = \mu + \sigma \epsilon, \qquad \sigma = e^{\frac12 \log \sigma^2}$$

This $z$ has the distribution that was wanted, and it is an ordinary, differentiable function of $\mu$ and of the variance.

The network gives $\log \sigma^2$, `log_var`, the logarithm of the **variance**. It may be any number, while the variance is
always positive, without any clipping. A `log_var` of 0 means $\sigma = 1$. One of 1000 means $\sigma = e^{500}$, about
$10^{217}$: large, but a float64, although the variance is not. In the same way $-1000$ means a tiny $\sigma$, and not 0.

The noise `eps` is given. All three arrays have the same shape, which may be any, and the same dtype, and so has the result.
Another shape of `eps` is an error, also where it could be broadcast: every sample needs noise of its own. Return a new array;
do not change the inputs.

Source: Kingma and Welling 2014, *Auto-encoding variational Bayes*, section 2.4; Rezende, Mohamed and Wierstra 2014.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Reparameterization trick",
    difficulty=1,
    points=5,
    needs=("autoencoders/autoencoder_forward",),
    questions=(
        "What is a variational autoencoder, and how does it differ from an ordinary one?",
        "What is the reparameterization trick, and why is it needed?",
    ),
    hints=(
        "A number from a normal distribution with another mean and another spread is a standard normal number, stretched by "
        "the standard deviation and then shifted by the mean. Everything is element by element. So all that is left to find "
        "out is how to get the standard deviation from what the network gives.",
        "The standard deviation is the square root of the variance, and the network gives the logarithm of the variance. Under a "
        "logarithm a root becomes a factor. Which factor? Use it before you take the exponential, and no intermediate number is "
        "larger than the one you are looking for.",
        "Check with a log_var of zero, which gives a deviation of one, and with one of the logarithm of nine, which gives "
        "three. If you find nine instead, you are stretching by the variance. Compare the shape of the noise with that of "
        "the mean before you compute anything, because arrays that do not match may still broadcast.",
    ),
    forbid=("torch.normal", "torch.distributions"),
)


def vae_reparameterize(
    mu: Float[Array, "*shape"], log_var: Float[Array, "*shape"], eps: Float[Array, "*shape"]
) -> Float[Array, "*shape"]:
    """Turn standard normal noise into a draw from the normal distributions of a VAE's encoder.

    Parameters
    ----------
    mu : means.
    log_var : logarithms of the variances, in the same shape.
    eps : noise from the standard normal distribution, in the same shape.

    Returns
    -------
    The drawn codes, a new array.

    Raises
    ------
    ValueError
        If `eps` has another shape than `mu`. The message names it: eps.

    Examples
    --------
    >>> mu, log_var = np.array([[1.0, -2.0], [0.0, 3.0]]), np.array([[0.0, 1.0], [-2.0, 2.0]])
    >>> np.round(vae_reparameterize(mu, log_var, np.array([[0.5, -1.0], [2.0, 0.0]])), 4)
    array([[ 1.5   , -3.6487],
           [ 0.7358,  3.    ]])
    """
    if eps.shape != mu.shape:
        raise ValueError(f"eps has shape {eps.shape}, and mu has shape {mu.shape}")
    return mu + np.exp(0.5 * log_var) * eps
