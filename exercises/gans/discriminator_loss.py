r"""What the discriminator of a GAN is trained on: say yes to real samples and no to generated ones.

A discriminator gives each sample a raw score, a logit $z$, and $D = \sigma(z) = 1/(1 + e^{-z})$ is its probability that the
sample is real. `logits_real` holds its scores $r_1, \dots, r_N$ for $N$ real samples, `logits_fake` its scores
$f_1, \dots, f_M$ for $M$ generated ones, and $M$ need not be $N$. The loss is a binary cross-entropy for each of the two
kinds, **added**, each averaged over its own batch:

$$L = -\frac1N \sum_{i=1}^{N} \log \sigma(r_i) - \frac1M \sum_{j=1}^{M} \log\bigl(1 - \sigma(f_j)\bigr)$$

It is the negative of what the paper lets the discriminator maximise, and it is not halved: a discriminator that knows
nothing, with all scores 0, pays $2 \log 2 \approx 1.386$. That is also where a perfect generator would leave it.

Return $L$ and its gradients with respect to both arrays of scores. In this step the generated samples are data: what the gradient
does behind `logits_fake` is not asked, since the generator does not learn from this loss.

Good discriminators are sure of themselves, so never take the logarithm of a probability that has been rounded. A score of
$-1000$ for a real sample costs 1000; one of 40 costs $4.2 \cdot 10^{-18}$ and not 0. For the gradients, an error as small as
the rounding of a probability is fine.

Both arrays may have any shape, with at least one entry; the mean runs over all entries. They share one dtype, which is also
that of the results. Do not change them.

Source: Goodfellow, Pouget-Abadie, Mirza, Xu, Warde-Farley, Ozair, Courville and Bengio 2014, *Generative adversarial nets*,
algorithm 1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without PyTorch's autograd, torch.nn.functional.binary_cross_entropy_with_logits,
# torch.nn.functional.binary_cross_entropy, torch.binary_cross_entropy_with_logits, torch.nn.BCEWithLogitsLoss,
# torch.nn.BCELoss, by whatever name.
def discriminator_loss(
    logits_real: Float[Array, "*real"], logits_fake: Float[Array, "*fake"]
) -> tuple[float, Float[Array, "*real"], Float[Array, "*fake"]]:
    """Compute the loss of a discriminator, and its gradients by the scores.

    Parameters
    ----------
    logits_real : raw scores of real samples, finite.
    logits_fake : raw scores of generated samples, finite.

    Returns
    -------
    The loss, a single number, and its gradients by `logits_real` and by `logits_fake`.

    Examples
    --------
    >>> loss, grad_real, grad_fake = discriminator_loss(np.array([2.0, -1.0, 0.5]), np.array([-3.0, 1.0]))
    >>> np.round(loss, 6)
    np.float64(1.319013)
    >>> np.round(grad_real, 6)
    array([-0.039734, -0.243686, -0.125847])
    >>> np.round(grad_fake, 6)
    array([0.023713, 0.365529])
    >>> loss, grad_real, grad_fake = discriminator_loss(np.array([0.0]), np.array([50.0]))
    >>> np.round(loss, 6)
    np.float64(50.693147)
    """
    raise NotImplementedError("write discriminator_loss here")
