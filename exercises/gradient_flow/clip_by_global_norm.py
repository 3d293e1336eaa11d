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

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without torch.nn.utils.clip_grad_norm_, torch.nn.utils.clip_grads_with_norm_,
# torch.nn.utils.get_total_norm, by whatever name.
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
    raise NotImplementedError("write clip_by_global_norm here")
