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

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Loss of a variational autoencoder",
    difficulty=2,
    points=10,
    needs=("autoencoders/vae_reparameterize", "losses/mse_loss", "losses/kl_divergence"),
    questions=(
        "What is a variational autoencoder, and how does it differ from an ordinary one?",
        "What is the loss of a variational autoencoder?",
    ),
    hints=(
        "The two terms have nothing to do with each other: the first one looks at the output and the sample, the second one at "
        "the means and variances of the code. Compute each of them for one sample first, as a sum, and only then think about the "
        "batch.",
        "The reconstruction is half of the squared distance between two rows. For the divergence take one entry of the code: "
        "half of four terms, two of which are negative. The variance is the exponential of what you are given, and its "
        "logarithm is what you are given. Check that mean 0 and logarithm 0 make exactly 0.",
        "Averaging over the batch is dividing the sum of everything by the number of rows, the same number in both terms. A "
        "plain mean over all entries would divide the first term by the features too, and the second by the length of the code. "
        "In the end add the first term and beta times the second one, and return the sum in front of its parts.",
    ),
    forbid=("torch.nn.functional.mse_loss", "torch.nn.MSELoss", "torch.distributions"),
)


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
    n = len(target)
    # equivalent: input - target => target - input, because a square has no sign.
    reconstruction = np.sum((input - target) ** 2) / (2 * n)
    divergence = np.sum(mu * mu + np.exp(log_var) - 1 - log_var) / (2 * n)
    return reconstruction + beta * divergence, reconstruction, divergence
