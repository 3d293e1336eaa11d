r"""What the generator of a GAN is trained on, in the form that is in the textbook proof and in the form that works.

The generator wants the discriminator to take its samples for real. `logits_fake` are the raw scores $z$ that the
discriminator gives to $N$ generated samples, with $D = \sigma(z) = 1/(1 + e^{-z})$. There are two losses with the same aim:

| kind | loss | gradient by $z_i$ |
| --- | --- | --- |
| `"saturating"` | $\frac1N \sum_i \log(1 - \sigma(z_i))$ | $-\frac1N\,\sigma(z_i)$ |
| `"nonsaturating"` | $\frac1N \sum_i -\log \sigma(z_i)$ | $-\frac1N\,(1 - \sigma(z_i))$ |

The saturating one is the other half of the game: the generator makes small what the discriminator makes large. It is never
positive. Both gradients are negative, so a step against them raises the scores. The difference is **where** they are large. At
the beginning every fake is found out, with a score of $-6$ say. There the saturating gradient is $-0.0025$, next to nothing
just when the most is to be learnt, and the other one is $-0.9975$. That is why `"nonsaturating"` is the default.

Return the loss and its gradient with respect to the scores, in the shape of `logits_fake`, which may be any with at least one
entry. The mean runs over all entries. Both the loss and the gradient keep their digits for any score: the saturating gradient
at $-50$ is $-1.9 \cdot 10^{-22}$ and not 0, and the other one is as tiny at $50$; nothing overflows at $\pm 1000$. Any other
`kind` is an error. Real samples do not occur in this loss. The result has the dtype of the scores, which are not changed.

Source: Goodfellow et al. 2014, *Generative adversarial nets*, section 3; Goodfellow 2016, *NIPS 2016 tutorial: generative
adversarial networks*, section 3.2.
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
def generator_loss(logits_fake: Float[Array, "*shape"], kind: str = "nonsaturating") -> tuple[float, Float[Array, "*shape"]]:
    """Compute the loss of a generator, and its gradient by the discriminator's scores.

    Parameters
    ----------
    logits_fake : raw scores of generated samples, finite.
    kind : "nonsaturating" or "saturating".

    Returns
    -------
    The loss, a single number, and its gradient by `logits_fake`.

    Raises
    ------
    ValueError
        If `kind` is another word. The message names it: kind.

    Examples
    --------
    >>> z = np.array([-6.0, 1.0])
    >>> [np.round(generator_loss(z, kind)[0], 6) for kind in ("saturating", "nonsaturating")]
    [np.float64(-0.657869), np.float64(3.157869)]
    >>> loss, grad = generator_loss(z)
    >>> np.round(grad, 6)
    array([-0.498764, -0.134471])
    >>> loss, grad = generator_loss(z, kind="saturating")
    >>> np.round(grad, 6)
    array([-0.001236, -0.365529])
    >>> generator_loss(np.array([50.0]), kind="saturating")
    (np.float64(-50.0), array([-1.]))
    """
    raise NotImplementedError("write generator_loss here")
