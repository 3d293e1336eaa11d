r"""The loss of a variational autoencoder: rebuild the sample, and keep the codes close to standard normal noise.

The encoder describes the code of sample $n$ by $K$ independent normal distributions, with means $\mu_{nk}$ (`mu`) and variances
$\sigma_{nk}^2$, of which `log_var` holds the natural logarithms. The decoder's output is $\hat x_n$ (`input`), the sample itself
$x_n$ (`target`). With a normal decoder of variance 1, and without the constants, the negative evidence lower bound (ELBO) is a
reconstruction error plus a Kullback-Leibler divergence:

$$R = \frac1N \sum_{n=1}^{N} \frac12 \lVert \hat x_n - x_n \rVert^2, \qquad
K\!L = \frac1N \sum_{n=1}^{N} \sum_{k=1}^{K} \frac12 \bigl(\mu_{nk}^2 + \sigma_{nk}^2 - 1 - \log \sigma_{nk}^2\bigr), \qquad
L = R + \beta\, K\!L$$

The second one is $D_{\mathrm{KL}}\bigl(\mathcal N(\mu, \sigma^2) \,\Vert\, \mathcal N(0, 1)\bigr)$ in closed form: nothing is
drawn for it. It is 0 where $\mu = 0$ and $\sigma = 1$, and positive elsewhere.

Mind sums and means. Within a sample both terms are **sums**, over the $D$ features and over the $K$ entries of the code; over the
batch both are means. If you average over the features as well, the first term shrinks by the factor $D$, the divergence wins, and
the code is ignored. $\beta = 1$ is the VAE; a larger one puts more weight on the divergence.

Return $L$, $R$ and $K\!L$, three numbers, of which the last is not multiplied by $\beta$. All arrays have one dtype; none is
changed.

Source: Kingma and Welling 2014, *Auto-encoding variational Bayes*, appendix B; Higgins et al. 2017, *beta-VAE*.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without torch.nn.functional.mse_loss, torch.nn.MSELoss, torch.distributions, by whatever name.
def vae_loss(
    input: Float[Array, "N D"],
    target: Float[Array, "N D"],
    mu: Float[Array, "N K"],
    log_var: Float[Array, "N K"],
    beta: float = 1.0,
) -> tuple[float, float, float]:
    """Compute the negative evidence lower bound of a VAE with a normal decoder, and its two parts.

    Parameters
    ----------
    input : what the decoder gives, one sample in each row.
    target : the samples.
    mu : means of the codes.
    log_var : logarithms of the variances of the codes.
    beta : weight of the divergence, at least 0.

    Returns
    -------
    The loss, the reconstruction error and the divergence, each averaged over the batch.

    Examples
    --------
    >>> input, target = np.array([[1.0, 2.0, -1.0], [0.0, 0.5, 3.0]]), np.array([[1.0, 0.0, 1.0], [1.0, 0.5, 1.0]])
    >>> mu, log_var = np.array([[1.0, 0.0], [-2.0, 0.5]]), np.array([[0.0, -1.0], [0.5, 0.0]])
    >>> loss, reconstruction, divergence = vae_loss(input, target, mu, log_var, beta=2.0)
    >>> reconstruction
    np.float64(3.25)
    >>> np.round(divergence, 4)
    np.float64(1.4417)
    >>> np.round(loss, 4)
    np.float64(6.1333)
    """
    raise NotImplementedError("write vae_loss here")
