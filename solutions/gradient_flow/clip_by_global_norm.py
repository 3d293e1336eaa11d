r"""Clip gradients by their global norm: the standard answer to exploding gradients.

All gradients of a model are taken as one long vector, and its Euclidean length is one number, the global norm:

$$n = \sqrt{\sum_{g}\sum_{i} g_i^2}$$

The outer sum runs over **all** arrays in the list, the inner one over all entries of an array. Any order of adding up
will do, and the dtype of the gradients is precise enough for it. Every array is then multiplied by the same coefficient,
which shortens the long vector and keeps its direction:

$$c = \min\left(1, \frac{\text{max\_norm}}{n + \text{eps}}\right), \qquad g \leftarrow c\, g$$

The minimum with 1 means that gradients are never scaled up. The formula decides, not a comparison of $n$ with `max_norm`:
where $n$ is just below `max_norm` and $n + \text{eps}$ above it, the gradients shrink a little. This is what
`torch.nn.utils.clip_grad_norm_` computes, but here nothing is done in place.

Return the new gradients and the norm $n$ **before** clipping, which is worth plotting: it shows when training is about
to blow up. The gradients are a list of new arrays with the shapes and the dtype of `grads`, also where nothing had to
be clipped; do not change the input. The norm is one floating-point number, Python's or your library's. An empty list
comes back empty, with the norm 0.0. With a `max_norm` of 0 all gradients become 0.

A NaN in any gradient makes the norm NaN, even beside an infinity, and then the coefficient is NaN too, so that **every**
returned entry is NaN: the accident must not be hidden. Infinity alone follows the formula: the norm is infinite, the
coefficient 0, and what was infinite becomes $0 \cdot \infty$, NaN.

Source: Pascanu, Mikolov and Bengio 2013, *On the difficulty of training recurrent neural networks*, section 3.2; `eps`
and the minimum are those of `torch.nn.utils.clip_grad_norm_`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Clipping gradients by their global norm",
    difficulty=1,
    points=5,
    questions=(
        "How do you deal with exploding gradients?",
        "Clipping by value or by norm: what is the difference?",
        "What does it mean that gradients explode or vanish?",
    ),
    hints=(
        "There are two steps, and the first one ends in a single number. Imagine that all arrays are flattened and joined "
        "into one long vector, and compute its length. You need not build that vector: its squared length is the sum of the "
        "squared lengths of its parts. Mind the difference to adding up the lengths themselves.",
        "The second step is a coefficient, the same for all arrays. It is at most 1, so that short gradients stay as they are. "
        "Python's own minimum of two numbers is a trap here, since any comparison with NaN is false: with 1 as its first "
        "argument it gives you 1, and the NaN is hidden. NumPy's elementwise minimum passes NaN on, as minimum and clamp do in "
        "PyTorch.",
        "Check the bad argument first, then compute the norm, then the coefficient, then a list of products. Multiplying "
        "gives new arrays all by itself, even with a coefficient of 1, so no special case is needed. Look at the dtype: in "
        "NumPy a float64 scalar turns a float32 array into float64, a plain Python float does not.",
    ),
    forbid=("torch.nn.utils.clip_grad_norm_", "torch.nn.utils.clip_grads_with_norm_", "torch.nn.utils.get_total_norm"),
    skip={"gradients_flow": "Gradients are clipped after the backward pass, where autograd is off."},
)


def clip_by_global_norm(
    grads: list[Float[Array, "..."]],
    max_norm: float,
    eps: float = 1e-6,
) -> tuple[list[Float[Array, "..."]], float]:
    """Scale gradients down together so that their global norm is at most `max_norm`.

    Parameters
    ----------
    grads : arrays of any shapes, one for each parameter of a model, in one dtype that can hold the squares of their entries;
        the list may be empty.
    max_norm : the largest norm that is let through, at least 0.
    eps : small positive number that is added to the norm in the denominator.

    Returns
    -------
    The list of scaled gradients, in the order and dtype of `grads`, and the global norm before clipping.

    Raises
    ------
    ValueError
        If `max_norm` is below 0. The message names it: max_norm.

    Examples
    --------
    >>> grads = [np.array([[1.0, -2.0]]), np.array([4.0, 10.0])]
    >>> clipped, norm = clip_by_global_norm(grads, max_norm=3.0, eps=1.0)
    >>> norm
    np.float64(11.0)
    >>> clipped
    [array([[ 0.25, -0.5 ]]), array([1. , 2.5])]
    >>> clipped, norm = clip_by_global_norm(grads, max_norm=50.0)
    >>> clipped
    [array([[ 1., -2.]]), array([ 4., 10.])]
    """
    if max_norm < 0:
        raise ValueError(f"max_norm must be at least 0, got {max_norm}")

    norm = np.sqrt(sum(np.sum(g * g) for g in grads))
    coefficient = np.minimum(1.0, max_norm / (norm + eps))  # passes NaN on, which Python's min would not
    return [coefficient * g for g in grads], norm
