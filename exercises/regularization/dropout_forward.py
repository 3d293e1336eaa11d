r"""Dropout as a layer: while training it silences units at random, afterwards it lets everything through.

The random numbers come in as `u`, one for each entry of `x` and uniform in $[0, 1)$, so that the result can be repeated and
compared. With $p$ the probability to drop,

$$m_i = \begin{cases} \dfrac{1}{1-p} & u_i \ge p \\[4pt] 0 & u_i < p \end{cases} \qquad\qquad y_i = x_i\, m_i$$

A unit whose $u_i$ is exactly $p$ is kept, and one whose $u_i$ is smaller, however little, is dropped. The survivors are
scaled up by $1/(1-p)$ (*inverted* dropout), so that $\mathbb E[y_i] = x_i$, and an evaluated network needs no correction:
with `training=False` $y$ equals $x$, the mask is all ones and the numbers in $u$ play no part. The arguments are checked
all the same.

The mask is returned because the backward pass needs this very mask again, scale included:
$\partial L/\partial x_i = m_i\;\partial L/\partial y_i$. It has the dtype of `x`, and is as accurate
as that dtype allows, also for a $p$ near 1.

At $p = 0$ all is kept, with scale 1. At $p = 1$ all is dropped: mask and output are zeros, and nothing is divided by
zero. All entries of `x` are finite. (An infinite one would give $\infty \cdot 0 = $ NaN where it is dropped, as in PyTorch.)

`u` has the shape of `x`, and its dtype: a single row for the whole batch would drop the same units in all samples. Return
new arrays and do not change the inputs, also where nothing is dropped.

Source: Srivastava, Hinton, Krizhevsky, Sutskever and Salakhutdinov 2014, *Dropout: a simple way to prevent neural
networks from overfitting*, Journal of Machine Learning Research 15; the arguments are those of
`torch.nn.functional.dropout`, with the random numbers added.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without torch.nn.functional.dropout, torch.dropout, torch.nn.Dropout, torch.feature_dropout,
# torch.alpha_dropout, torch.feature_alpha_dropout, by whatever name.
def dropout_forward(
    x: Float[Array, "*shape"],
    u: Float[Array, "*shape"],
    p: float,
    training: bool = True,
) -> tuple[Float[Array, "*shape"], Float[Array, "*shape"]]:
    """Drop the entries of x whose random number lies below p, and scale up the others.

    Parameters
    ----------
    x : activations, of any shape, finite.
    u : random numbers, uniform in [0, 1), one for each entry of `x`.
    p : probability that an entry is dropped, from 0 to 1, both included.
    training : whether to drop anything; if not, `x` passes as it is.

    Returns
    -------
    The output and the mask, two new arrays of the shape and dtype of `x`. The mask is 0 or 1 / (1 - p) in training and
    1 otherwise; the output is `x` times the mask.

    Raises
    ------
    ValueError
        If `p` is below 0 or above 1, or the shape of `u` is not that of `x`, whatever `training` is. The message names the
        argument: p, u.

    Examples
    --------
    >>> x = np.array([[1.0, 2.0, -3.0], [4.0, 0.5, 6.0]])
    >>> u = np.array([[0.9, 0.1, 0.2], [0.05, 0.4, 0.6]])
    >>> y, mask = dropout_forward(x, u, 0.2)
    >>> y
    array([[ 1.25 ,  0.   , -3.75 ],
           [ 0.   ,  0.625,  7.5  ]])
    >>> mask
    array([[1.25, 0.  , 1.25],
           [0.  , 1.25, 1.25]])
    >>> dropout_forward(x, u, 0.2, training=False)[0]
    array([[ 1. ,  2. , -3. ],
           [ 4. ,  0.5,  6. ]])
    """
    raise NotImplementedError("write dropout_forward here")
