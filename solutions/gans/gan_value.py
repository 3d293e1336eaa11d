r"""The value of the game between generator and discriminator: what one side makes large and the other one small.

A sample $x$ occurs with probability $p(x)$ among the real ones and with $q(x)$ among the generated ones. A discriminator says
`d`, the probability $D(x)$ that it is real. The value of the game is

$$V = \sum_x p(x) \log D(x) + \sum_x q(x) \log\bigl(1 - D(x)\bigr)$$

with natural logarithms. The discriminator makes it large, at most 0, and the generator makes it small. Against the best
discriminator, $D^* = p/(p+q)$, what is left is a distance between the two distributions, the Jensen-Shannon divergence:

$$V(D^*) = -\log 4 + 2\, \mathrm{JS}(p, q), \qquad \mathrm{JS}(p, q) = \tfrac12 D_{\mathrm{KL}}(p \,\Vert\, m)
+ \tfrac12 D_{\mathrm{KL}}(q \,\Vert\, m), \qquad m = \tfrac12 (p + q)$$

So a perfect generator, $q = p$, brings the game to its lowest end: $-\log 4 \approx -1.386$, with a discriminator that says
one half everywhere. If the two have nothing in common, the best discriminator is always right, and $V = 0$.

**Zeros.** What does not occur adds exactly 0, whatever $D$ says: $0 \log 0 = 0$. What does occur and is called impossible, a
real sample with $D = 0$ or a generated one with $D = 1$, makes the value $-\infty$, and that is the right answer. **Digits.** A
generated sample with $D = 10^{-20}$ adds $-10^{-20}\,q$ and not 0.

The three arrays have the same shape, which may be any, and the same dtype. `d` holds numbers from 0 to 1, of any
discriminator, not only the best one; a `d` of another shape is an error. Do not change the inputs.

Source: Goodfellow et al. 2014, *Generative adversarial nets*, equation 1 and theorem 1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Value of the game",
    difficulty=2,
    points=10,
    needs=("gans/optimal_discriminator", "losses/kl_divergence"),
    questions=(
        "What is a GAN, and what is the idea behind it?",
        "What does the best discriminator answer, and what is the value of the game at its end?",
        "Why does a discriminator that is too good stop the generator from learning?",
    ),
    hints=(
        "Two sums, or one sum over two products for each sample. Try it by hand for two samples that are equally likely on both "
        "sides, and a discriminator that says one half: each of the four products is a half times the logarithm of a half, and "
        "the sum is minus the logarithm of four.",
        "The logarithm of zero is minus infinity, and zero times that is NaN. So a product may be computed only where its "
        "first factor is not zero. One way is to pick out, for either sum, the samples that occur at all; another one is to give "
        "the logarithm a harmless number in the other places.",
        "For the second logarithm do not subtract from one first: for a tiny d nothing would be left of it. There is a "
        "function for the logarithm of one plus a small number, and it takes negative numbers too. A comparison with zero gives "
        "a mask, and an array indexed by a mask keeps what is true in it. Use one mask for each sum, for the weights and for d.",
    ),
    forbid=("scipy.special.xlogy", "scipy.special.xlog1py", "torch.xlogy", "torch.special.xlogy", "torch.special.xlog1py"),
    skip={"large_values": "d holds probabilities: times ten thousand they are none, and 1 - d has no logarithm."},
)


def gan_value(p: Float[Array, "*shape"], q: Float[Array, "*shape"], d: Float[Array, "*shape"]) -> float:
    """Compute the value of the game for two distributions and any discriminator.

    Parameters
    ----------
    p : probability of each sample among the real ones, at least 0.
    q : probability of the same samples among the generated ones, at least 0.
    d : probability of "real" that the discriminator gives to each sample, from 0 to 1.

    Returns
    -------
    The value, a single number, at most 0.

    Raises
    ------
    ValueError
        If `d` has another shape than `p`. The message names it: d.

    Examples
    --------
    >>> p, q = np.array([0.5, 0.3, 0.0, 0.2]), np.array([0.25, 0.1, 0.65, 0.0])
    >>> np.round(gan_value(p, q, np.array([0.5, 0.75, 0.25, 0.9])), 6)
    np.float64(-0.95286)
    >>> np.round(gan_value(p, q, np.array([0.5, 0.75, 0.0, 1.0])), 6)
    np.float64(-0.744794)
    >>> gan_value(p, q, np.array([0.5, 1.0, 0.25, 0.9]))
    np.float64(-inf)
    """
    if d.shape != p.shape:
        raise ValueError(f"d has shape {d.shape}, and p has shape {p.shape}")
    real, fake = p > 0, q > 0  # what occurs: 0 times the logarithm of 0 would be NaN
    # equivalent: divide="ignore" => (nothing), because it silences a warning and changes no number.
    with np.errstate(divide="ignore"):  # minus infinity is right where something that occurs is called impossible
        return np.sum(p[real] * np.log(d[real])) + np.sum(q[fake] * np.log1p(-d[fake]))
