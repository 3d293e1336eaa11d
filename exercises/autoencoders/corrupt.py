r"""Masking noise for a denoising autoencoder: wipe out some of the input, and let the network guess what was there.

An autoencoder with a long code can copy its input and learn nothing. A **denoising** autoencoder cannot: it sees a damaged
input $\tilde x$ and is asked for the clean $x$, so it has to know how the parts of a sample belong together. Masking noise sets
each entry to 0 with probability $p$, independently of all others. The random numbers $u_i$, uniform on $[0, 1)$, are given:

$$\tilde x_i = \begin{cases} 0 & \text{if } u_i < p \\ x_i & \text{if } u_i \ge p \end{cases}$$

It looks like dropout and differs in one thing: what is left **stays as it is**. Dropout divides it by $1-p$ so that sums keep
their mean; here a pixel that survives has to show its true value, because the target shows it too.

An entry that is wiped out is 0 whatever it was, infinity and NaN included. $p = 0$ gives a copy and $p = 1$ nothing but zeros.
Return a new array of the shape and dtype of `x`, and leave `x` alone: it is the target.

`x` and `u` have the same shape, which may be any, and the same dtype. Another shape of `u` is an error, also where it could be
broadcast: all samples would lose the same entries.

Source: Vincent, Larochelle, Bengio and Manzagol 2008, *Extracting and composing robust features with denoising autoencoders*.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without torch.nn.functional.dropout, torch.dropout, torch.nn.Dropout, by whatever name.
def corrupt(x: Float[Array, "*shape"], u: Float[Array, "*shape"], p: float) -> Float[Array, "*shape"]:
    """Set entries to zero at random.

    Parameters
    ----------
    x : the clean data, in an array of any shape.
    u : one random number for each entry, uniform on [0, 1).
    p : probability of losing an entry, from 0 to 1.

    Returns
    -------
    The corrupted data, a new array.

    Raises
    ------
    ValueError
        If p is below 0 or above 1, or `u` has another shape than `x`. The message names the argument: p or u.

    Examples
    --------
    >>> x = np.array([[4.0, -2.0, 0.5], [3.0, 8.0, -1.0]])
    >>> u = np.array([[0.3, 0.9, 0.1], [0.25, 0.7, 0.2]])
    >>> corrupt(x, u, 0.25)
    array([[ 4., -2.,  0.],
           [ 3.,  8.,  0.]])
    """
    raise NotImplementedError("write corrupt here")
