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

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="One round of GAN training",
    difficulty=3,
    points=15,
    needs=("gans/discriminator_loss", "gans/generator_loss"),
    questions=("What is a GAN, and what is the idea behind it?", "How is a GAN trained, step by step?"),
    hints=(
        "Do the two steps one after the other, and finish the first before you begin the second. For the discriminator this "
        "is logistic regression with two kinds of samples: compute all scores, then the gradient by each score, then what "
        "that means for a weight that multiplies the sample and for a constant that is added.",
        "The gradient by the score of a real sample is its probability minus one, by that of a generated one its "
        "probability, each divided by the number of samples of its kind. The weight collects these, each times its own "
        "sample, over both kinds; the constant collects them as they are. Then take the step and keep the new pair.",
        "For the generator make fresh samples with the old pair and score them with the new discriminator. The gradient by a "
        "score is again its probability minus one, over the size of this batch. From the score back to the sample it is "
        "multiplied by the new weight, and from the sample to the stretching factor by the noise, to the shift by one. Add "
        "up and take the step.",
    ),
    forbid=("autograd", "torch.optim"),
    skip={"gradients_flow": "It computes gradients itself, and may well do so without autograd."},
)


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
    fake = _generate(generator, noise_d)
    dreal = -_sigmoid(-_score(discriminator, real)) / real.size
    dfake = _sigmoid(_score(discriminator, fake)) / fake.size
    discriminator = discriminator - lr * (_gradient(dreal, real) + _gradient(dfake, fake))

    fake = _generate(generator, noise_g)
    dfake = -_sigmoid(-_score(discriminator, fake)) / fake.size * discriminator[0]
    return generator - lr * _gradient(dfake, noise_g), discriminator


def _gradient(dz: Float[Array, " N"], x: Float[Array, " N"]) -> Float[Array, " 2"]:
    """From the gradient by z = slope * x + shift to the one by slope and shift."""
    return np.stack([np.sum(dz * x), np.sum(dz)])


def _generate(generator: Float[Array, " 2"], noise: Float[Array, " N"]) -> Float[Array, " N"]:
    return generator[0] * noise + generator[1]


def _score(discriminator: Float[Array, " 2"], x: Float[Array, " N"]) -> Float[Array, " N"]:
    return discriminator[0] * x + discriminator[1]


def _sigmoid(x: Float[Array, "*shape"]) -> Float[Array, "*shape"]:
    return np.exp(np.minimum(x, 0)) / (1 + np.exp(-np.abs(x)))
