r"""The elementwise product of two matrices: the multiplication that `*` means in array libraries, and that is not `@`.

Two arrays of the **same shape** are multiplied entry by entry, and the result has that shape again:

$$C = A \odot B, \qquad C_{ij} = A_{ij}\, B_{ij}$$

This is how a gate of an LSTM lets through a part of each number, how a dropout mask is applied, and how a gradient passes an
activation function. The order does not matter, $A \odot B = B \odot A$, and the neutral element is the array full of ones and
not the identity matrix.

The same holds for any number of axes: for a single number, a vector, a batch of images. Zero rows are allowed.

Array libraries go further and stretch axes until two shapes fit, which they call broadcasting. The Hadamard product of two
arrays of **different shapes does not exist**, and here that is an error, whether or not broadcasting could rescue it: a column
of shape (3, 1) times a row of shape (1, 3) is a common way to end up with nine numbers where three were meant.

Both arrays have the same dtype, and so has the result. Return a new array; do not change the inputs.

Source: Horn and Johnson 1991, *Topics in Matrix Analysis*, chapter 5; Goodfellow, Bengio and Courville 2016, section 2.2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


def hadamard(input: Float[Array, "*shape"], other: Float[Array, "*shape"]) -> Float[Array, "*shape"]:
    """Multiply two arrays of the same shape entry by entry.

    Parameters
    ----------
    input : real numbers, of any shape.
    other : real numbers, of exactly the same shape.

    Returns
    -------
    The products, in the shape and dtype of the arguments.

    Raises
    ------
    ValueError
        If the shapes differ in anything. The message names the argument: other.

    Examples
    --------
    >>> hadamard(np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([[5.0, -6.0], [0.5, 8.0]]))
    array([[  5. , -12. ],
           [  1.5,  32. ]])
    >>> hadamard(np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]), np.array([7.0, 8.0, 9.0]))
    Traceback (most recent call last):
    ValueError: other must have the shape of input, (2, 3), and has (3,)
    """
    raise NotImplementedError("write hadamard here")
