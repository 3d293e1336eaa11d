r"""The random numbers behind dropout: which units are silenced in this pass, and how much louder the others get.

Every entry of the mask is drawn for itself. With probability $p$ its unit is **dropped**, else it is kept and
scaled up:

$$m_i = \begin{cases} 0 & \text{with probability } p \\[2pt] \dfrac{1}{1-p} & \text{with probability } 1-p
\end{cases} \qquad\text{so that}\qquad \mathbb E[m_i] = (1-p)\,\frac{1}{1-p} = 1$$

Because the mean is 1, a layer multiplied by the mask keeps its expected output, and nothing has to be scaled when the
network is used later. That is *inverted* dropout, the form that every library has.

$p$ is the probability to **drop**, as in PyTorch; older papers write $p$ for the probability to keep.
At $p = 0$ all entries are 1. At $p = 1$ all entries are 0, and not NaN: nothing is kept, so nothing is to be divided by
$1-p = 0$.

All entries are independent: to know some of them tells nothing about the others, and the number of dropped entries is
itself random, about $p$ times the size and seldom exactly that. This holds in masks of any size and with any number of
axes: a mask that happens to drop all or nothing stays as it is.

Take all randomness from `rng`, in any way you like: the same state of `rng` gives the same mask, and another state gives
another. Draw from `rng` itself and not from a copy of it, so that the draws move it on and the next call gives another mask.
The values are checked by their statistics, so it does not matter how you draw, nor in which order. In PyTorch `rng` is a
`torch.Generator`: pass it as `generator=rng` to whatever draws, on the device of `rng`. The draws may be float32 there, but
the mask is float64, with all digits of its scale.

Source: Srivastava, Hinton, Krizhevsky, Sutskever and Salakhutdinov 2014, *Dropout: a simple way to prevent neural
networks from overfitting*, Journal of Machine Learning Research 15.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without torch.nn.functional.dropout, torch.dropout, torch.nn.Dropout, torch.feature_dropout,
# torch.alpha_dropout, torch.feature_alpha_dropout, by whatever name.
def dropout_mask(shape: tuple[int, ...], p: float, rng: np.random.Generator) -> Float[Array, "*shape"]:
    """Draw a mask of zeros and 1 / (1 - p), every entry for itself.

    Parameters
    ----------
    shape : length of each axis of the mask, for instance (batch, units); there is at least one.
    p : probability that an entry is dropped, from 0 to 1, both included.
    rng : where all randomness comes from.

    Returns
    -------
    The mask, a float64 array of the given shape: 0 where a unit is dropped, 1 / (1 - p) where it is kept. It is only read
    later, so it need not be writable.

    Raises
    ------
    ValueError
        If `p` is below 0 or above 1. The message names p.

    Examples
    --------
    >>> rng = np.random.default_rng(7)
    >>> mask = dropout_mask((60, 80), 0.2, rng)
    >>> np.unique(mask)
    array([0.  , 1.25])
    >>> round(float((mask == 0).mean()), 1)
    0.2
    >>> dropout_mask((2, 3), 0.0, rng)
    array([[1., 1., 1.],
           [1., 1., 1.]])
    """
    raise NotImplementedError("write dropout_mask here")
