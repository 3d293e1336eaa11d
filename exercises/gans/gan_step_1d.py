r"""One round of GAN training, small enough to follow on paper: numbers for samples, two parameters on either side.

The generator stretches and shifts noise, $G(u) = a u + b$, with `generator` $= [a, b]$. The discriminator is a logistic
regression, $D(x) = \sigma(w x + c)$ with $\sigma(z) = 1/(1 + e^{-z})$ and `discriminator` $= [w, c]$. A round has two steps,
one **after** the other, each a plain step of gradient descent with the same learning rate $\eta$, `lr`.

**First the discriminator.** It sees the real samples $x_1, \dots, x_N$ and the samples $y_j = a u_j + b$ that the generator
makes of `noise_d`, and lowers

$$L_D(w, c) = -\frac1N \sum_{i=1}^{N} \log D(x_i) - \frac1M \sum_{j=1}^{M} \log\bigl(1 - D(y_j)\bigr), \qquad
(w', c') = (w, c) - \eta\, \nabla L_D(w, c)$$

In this step the generator is left as it is.

**Then the generator.** It makes new samples of `noise_g`, shows them to the discriminator **as it is now**, and lowers the loss
that does not saturate:

$$L_G(a, b) = -\frac1K \sum_{k=1}^{K} \log D'(a u_k + b), \qquad D'(x) = \sigma(w' x + c'), \qquad
(a', b') = (a, b) - \eta\, \nabla L_G(a, b)$$

The gradient reaches $a$ and $b$ through the discriminator, whose parameters do not move in this step.

Return the new generator and the new discriminator, new arrays of shape (2,). The three batches may differ in size, each with
at least one number; scores of $\pm 1000$ must not overflow. All arrays have one dtype, which is also that of the results;
none is changed.

Source: Goodfellow et al. 2014, *Generative adversarial nets*, algorithm 1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without PyTorch's autograd, torch.optim, by whatever name.
def gan_step_1d(
    generator: Float[Array, " 2"],
    discriminator: Float[Array, " 2"],
    real: Float[Array, " N"],
    noise_d: Float[Array, " M"],
    noise_g: Float[Array, " K"],
    lr: float,
) -> tuple[Float[Array, " 2"], Float[Array, " 2"]]:
    """Train first the discriminator and then the generator for one step.

    Parameters
    ----------
    generator : the pair [a, b].
    discriminator : the pair [w, c].
    real : real samples.
    noise_d : noise for the samples that the discriminator learns from.
    noise_g : noise for the samples that the generator learns from.
    lr : learning rate of both.

    Returns
    -------
    The new generator and the new discriminator.

    Examples
    --------
    >>> generator, discriminator = np.array([0.5, 1.0]), np.array([-0.25, 0.5])
    >>> real, noise_d, noise_g = np.array([4.0, 5.0, 3.0]), np.array([1.0, -2.0]), np.array([0.5, 2.0])
    >>> generator, discriminator = gan_step_1d(generator, discriminator, real, noise_d, noise_g, lr=0.5)
    >>> np.round(generator, 4)
    array([0.5604, 1.0572])
    >>> np.round(discriminator, 4)
    array([0.8128, 0.5222])
    """
    raise NotImplementedError("write gan_step_1d here")
