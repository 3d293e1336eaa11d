r"""Orthogonal initialisation: weights that turn a signal and do not change its length, so that depth alone cannot shrink it.

Random weights come from a matrix $A$ of Gaussian random numbers, `gaussian`, of the shape (rows, cols). Its columns are made
orthonormal one after the other, from left to right (Gram-Schmidt): take a column, subtract what it shares with the ones before
it, and scale what is left to length 1, without turning it round. In matrices this is the QR decomposition

$$A = Q R, \qquad Q^\top Q = I, \qquad W = \text{gain} \cdot Q$$

where $R$ is upper triangular and has **positive** numbers on its diagonal. That of a library may have negative ones, depending
on its inner workings; flipping a column of $Q$ together with a row of $R$ makes them positive, and the result is unique.

A matrix with fewer rows than columns cannot have orthonormal columns. There it is the **rows** that are made orthonormal, from
top to bottom: $W$ is the transpose of what comes out for $A^\top$. A square matrix counts as a tall one. So

- rows $\ge$ cols: $W^\top W = \text{gain}^2\, I$, and no input vector changes its length but for the gain;
- rows $<$ cols: $W W^\top = \text{gain}^2\, I$, and the same holds for a gradient on its way back.

`gaussian` has full rank and may be scaled by any positive number: the result is the same. The result has its shape and dtype:
float32 in, float32 out. Return a new array; do not change the input.

Source: Saxe, McClelland and Ganguli 2014, *Exact solutions to the nonlinear dynamics of learning in deep linear neural networks*;
Mezzadri 2007, *How to generate random matrices from the classical compact groups*, for the signs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without torch.nn.init.orthogonal_, torch.nn.utils.parametrizations.orthogonal,
# scipy.linalg.orth, by whatever name.
def orthogonal_init(gaussian: Float[Array, "rows cols"], gain: float = 1.0) -> Float[Array, "rows cols"]:
    """Make the columns of a matrix orthonormal, or its rows if there are fewer of them, and scale.

    Parameters
    ----------
    gaussian : independent Gaussian random numbers in a matrix, which has full rank.
    gain : factor for the result, as recommended for the activation function.

    Returns
    -------
    The initial weights, in the shape and dtype of `gaussian`.

    Raises
    ------
    ValueError
        If `gaussian` has not exactly two axes. The message names it: gaussian.

    Examples
    --------
    >>> orthogonal_init(np.array([[3.0, 1.0], [4.0, 0.0]]))
    array([[ 0.6,  0.8],
           [ 0.8, -0.6]])
    >>> orthogonal_init(np.array([[2.0, 4.0, 4.0], [1.0, 1.0, 0.0]]), gain=3.0)
    array([[ 1.,  2.,  2.],
           [ 2.,  1., -2.]])
    """
    raise NotImplementedError("write orthogonal_init here")
