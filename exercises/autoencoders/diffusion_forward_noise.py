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

if TYPE_CHECKING:
    from jaxtyping import Float, Int
    from numpy import ndarray as Array


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
    raise NotImplementedError("write diffusion_forward_noise here")
