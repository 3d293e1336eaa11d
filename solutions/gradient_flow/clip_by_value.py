r"""Clip every entry of the gradients for itself: simple, and it turns the direction of the step.

With a limit $c$, the `clip_value`, each entry of each array is cut off at both ends:

$$g_i \leftarrow \min(\max(g_i, -c),\, c)$$

An entry inside, or exactly at a limit, stays as it is. Large entries are cut and small ones are not, so the step points
elsewhere: (100, 1) with a limit of 1 becomes (1, 1), turned by 44 degrees. Clipping by the global norm keeps the direction.

Infinity is cut off like any large number. **NaN stays NaN** and touches no other entry: the accident must not be hidden. With a
limit of 0 every number becomes 0. An empty list comes back empty.

Return a list of new arrays with the shapes and the dtype of `grads`, also where nothing had to be clipped; do not change the
input. This is what `torch.nn.utils.clip_grad_value_` computes, but here nothing is done in place.

Source: Pascanu, Mikolov and Bengio 2013, *On the difficulty of training recurrent neural networks*, section 3.2, who compare
it with their own clipping by norm; the clipping by value is that of Mikolov's thesis of 2012.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Clipping gradients by value",
    difficulty=1,
    points=5,
    needs=("gradient_flow/clip_by_global_norm",),
    questions=(
        "How do you deal with exploding gradients?",
        "Clipping by value or by norm: what is the difference?",
    ),
    hints=(
        "No array needs to know of another one here, nor an entry of its neighbours. So write it down for one number first: what "
        "becomes of 7, of minus 7 and of 2 with a limit of 5? Nothing is scaled, and nothing is set to zero.",
        "Two elementwise calls do it, one for each end, or one call that does both. When you choose among the functions for the "
        "smaller and the larger of two numbers, take those that hand NaN on: both NumPy and PyTorch have a twin of each that "
        "drops it.",
        "Check the limit first: below zero it makes no sense, and the two ends would cross. Then build a list, with one clipped "
        "array for each that was handed over. The functions that clip give new arrays as long as no out argument is used; in "
        "PyTorch beware of the names that end in an underscore.",
    ),
    forbid=("torch.nn.utils.clip_grad_value_",),
    skip={"gradients_flow": "Gradients are clipped after the backward pass, where autograd is off."},
)


def clip_by_value(grads: list[Float[Array, "..."]], clip_value: float) -> list[Float[Array, "..."]]:
    """Cut off every entry of every gradient at plus and minus `clip_value`.

    Parameters
    ----------
    grads : arrays of any shapes, one for each parameter of a model, in one dtype; the list may be empty.
    clip_value : the largest absolute value that is let through, at least 0.

    Returns
    -------
    The list of clipped gradients, in the order and dtype of `grads`.

    Raises
    ------
    ValueError
        If `clip_value` is below 0. The message names it: clip_value.

    Examples
    --------
    >>> clip_by_value([np.array([[100.0, 1.0], [-7.0, 0.5]]), np.array([-2.0, 3.0])], 2.5)
    [array([[ 2.5,  1. ],
           [-2.5,  0.5]]), array([-2. ,  2.5])]
    """
    if clip_value < 0:
        raise ValueError(f"clip_value must be at least 0, got {clip_value}")
    return [np.clip(g, -clip_value, clip_value) for g in grads]
