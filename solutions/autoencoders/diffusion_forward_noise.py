r"""The forward process of a diffusion model: from a clean sample to step $t$ of the noise, in a single jump.

A diffusion model spoils its data in $T$ small steps. Step $s$ shrinks the sample a little and adds fresh standard normal noise of
variance $\beta_s$:

$$x_s = \sqrt{1 - \beta_s}\; x_{s-1} + \sqrt{\beta_s}\; \epsilon_s, \qquad s = 1, \dots, T$$

A sum of independent normal variables is normal, so nobody has to walk through the steps. What reaches step $t$ is

$$x_t = \sqrt{\bar\alpha_t}\; x_0 + \sqrt{1 - \bar\alpha_t}\; \epsilon, \qquad \bar\alpha_t = \prod_{s=1}^{t} (1 - \beta_s)$$

with one standard normal $\epsilon$, `noise`. It is what the network learns to guess when it sees $x_t$ and $t$. The squares
of the two factors add up to 1: data of variance 1 keeps it.

Every sample of the batch has a step of its own: `t` holds $N$ ints from 0 to $T$, the number of steps that were taken. So
$t = 0$ is the clean sample, $\bar\alpha_0 = 1$, and $t = T$ the noisiest one. `betas` holds $\beta_1, \dots, \beta_T$, each
between 0 and 1; the first entry, `betas[0]`, is the $\beta$ of step 1. They may differ from step to step.

`x_0` and `noise` have the same shape, (N, ...), with any number of further axes: (N, C, H, W) for images. A `t` outside of 0
to $T$ is an error, negative ones included, which as an index would count from the end. All float arrays have one dtype, which
is also that of the result. Return a new array, also where $t = 0$; do not change the inputs.

Source: Ho, Jain and Abbeel 2020, *Denoising diffusion probabilistic models*, equation 4.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float, Int
    from numpy import ndarray as Array

ABOUT = About(
    title="Forward process of a diffusion model",
    difficulty=2,
    points=10,
    needs=("autoencoders/vae_reparameterize",),
    questions=(
        "What does the forward process of a diffusion model do?",
        "Why can the training of a diffusion model jump to any step at once?",
    ),
    hints=(
        "The schedule has nothing to do with the data: make a table first that tells, for every number of steps from 0 to T, how "
        "much of the signal's power is left. Each step multiplies by one minus its beta. So the table is a running product, and "
        "it has one entry more than there are betas, because before the first step all is left.",
        "Look up the table at the steps of the batch: an array of integers as an index gives one number for each sample. Two "
        "factors follow from it, one for the sample and one for the noise. Both are square roots, since variances are what "
        "adds up. Without the roots, data of variance 1 does not keep its variance.",
        "A factor for each sample has to meet arrays with several axes. Numbers broadcast from the last axis on, so an array of "
        "length N would meet the wrong axis, or none. Give it as many axes of length 1 behind the first as the data has further "
        "axes. Check the steps before you look anything up.",
    ),
    skip={"large_values": "Each beta is between 0 and 1: times ten thousand it is no variance of this kind."},
)


def diffusion_forward_noise(
    x_0: Float[Array, "N *rest"],
    t: Int[Array, " N"],
    noise: Float[Array, "N *rest"],
    betas: Float[Array, " T"],
) -> Float[Array, "N *rest"]:
    """Add the noise of the first `t` steps to clean samples.

    Parameters
    ----------
    x_0 : clean samples, with the batch in the first axis.
    t : number of steps for each sample, from 0 to T.
    noise : standard normal noise in the shape of `x_0`.
    betas : variances of the noise that the steps add, each between 0 and 1.

    Returns
    -------
    The noisy samples, a new array in the shape of `x_0`.

    Raises
    ------
    ValueError
        If an entry of `t` is below 0 or above T. The message names it: t.

    Examples
    --------
    >>> x_0, noise = np.array([[5.0, -10.0], [5.0, -10.0], [2.0, 1.0]]), np.array([[1.0, 2.0], [-5.0, 0.0], [3.0, 4.0]])
    >>> diffusion_forward_noise(x_0, np.array([1, 2, 0]), noise, np.array([0.36, 0.4375]))
    array([[ 4.6, -6.8],
           [-1. , -6. ],
           [ 2. ,  1. ]])
    """
    if np.any(t < 0) or np.any(t > len(betas)):
        raise ValueError(f"t must be from 0 to {len(betas)}, got {t}")
    alpha_bar = np.cumprod(np.concatenate([np.ones_like(betas[:1]), 1 - betas]))
    alpha_bar = alpha_bar[t].reshape(len(x_0), *(1 for _ in x_0.shape[1:]))
    return np.sqrt(alpha_bar) * x_0 + np.sqrt(1 - alpha_bar) * noise
