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

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Elementwise (Hadamard) product",
    difficulty=1,
    points=5,
    questions=("What is elementwise multiplication of matrices? Give an example.",),
    hints=(
        "There are two products of matrices. One of them pairs rows with columns and adds up; it has an operator of its own, the "
        "at sign. The other one is simpler than that: every entry of the result looks at one place of each matrix and adds up "
        "nothing. Multiply the two examples on paper first, both ways, and see which one this is.",
        "The multiplication itself is a matter of one operator. What takes thought is what the operator does beyond the call of "
        "duty: when the shapes differ, it may repeat a row or a column silently and hand you an array that is larger than "
        "either. So look at the shapes before you multiply, and at nothing else: neither the number of entries nor the number "
        "of axes is enough.",
        "Compare the two shapes as wholes, tuple against tuple. If they are not equal, raise the error and put the name of the "
        "second argument into its message. Otherwise multiply with the star, which makes a new array and works for any number "
        "of axes. Do not write the star with an equals sign behind it, since that changes the first argument.",
    ),
)


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
    if other.shape != input.shape:
        raise ValueError(f"other must have the shape of input, {input.shape}, and has {other.shape}")
    return np.multiply(input, other)
