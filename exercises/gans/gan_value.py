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

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without scipy.special.xlogy, scipy.special.xlog1py, torch.xlogy, torch.special.xlogy,
# torch.special.xlog1py, by whatever name.
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
    raise NotImplementedError("write gan_value here")
