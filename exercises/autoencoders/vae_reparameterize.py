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

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without torch.normal, torch.distributions, by whatever name.
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
    raise NotImplementedError("write vae_reparameterize here")
