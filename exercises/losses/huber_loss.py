r"""The Huber loss: squared for small errors, so that they are averaged; linear for large ones, so that outliers do not rule.

With the error $e_i = x_i - t_i$ of the prediction $x$, `input`, and a threshold $\delta > 0$:

$$L = \frac1n \sum_i h(e_i), \qquad
h(e) = \begin{cases} \frac12 e^2 & |e| \le \delta \\[2pt] \delta\,\bigl(|e| - \frac12\delta\bigr) & |e| > \delta \end{cases}
\qquad
\frac{\partial L}{\partial x_i} = \frac1n \cdot
\begin{cases} e_i & |e_i| \le \delta \\ \delta\,\mathrm{sign}(e_i) & |e_i| > \delta \end{cases}$$

The two branches meet at $|e| = \delta$ with the same value and the same slope, so it does not matter which one you take there.
One example, however absurd, pulls with at most $\delta / n$: to the optimum an outlier of 1000 is worth no more than one of 10.

The mean runs over **all** $n$ entries, as in PyTorch, and the one half belongs to the definition: where all errors are small
this is **half** the mean squared error. PyTorch's `smooth_l1_loss(beta=delta)` is the same divided by $\delta$, and another loss.

Both arrays have the same shape, which may be any, with at least one entry, and the same dtype, which is also that of the
results; `delta` is a plain number. Where the error is large, its square must not overflow to an infinite loss. Shapes that
differ are an error also where they could be broadcast, and so is a `delta` that is not positive. Do not change the inputs.

Source: Huber 1964, *Robust estimation of a location parameter*, Annals of Mathematical Statistics 35.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without PyTorch's autograd, torch.nn.functional.huber_loss, torch.nn.functional.smooth_l1_loss,
# torch.nn.HuberLoss, torch.nn.SmoothL1Loss, torch.ops.aten.huber_loss_backward, scipy.special.huber, by
# whatever name.
def huber_loss(
    input: Float[Array, "*shape"],
    target: Float[Array, "*shape"],
    delta: float = 1.0,
) -> tuple[float, Float[Array, "*shape"]]:
    """Compute the mean Huber loss and its gradient.

    Parameters
    ----------
    input : predictions, in an array of any shape with at least one entry.
    target : what they should have been, in the same shape and dtype.
    delta : size of the error from which on the loss is linear, a positive number.

    Returns
    -------
    The loss, a single number, and its gradient by `input`, a new array of the shape and dtype of `input`.

    Raises
    ------
    ValueError
        If the shapes differ, or `delta` is not above 0. The message names the argument: target, delta.

    Examples
    --------
    >>> loss, grad = huber_loss(np.array([3.0, -1.0, 0.5, -6.0]), np.array([1.0, 1.5, 0.0, 0.0]), delta=2.0)
    >>> loss
    np.float64(3.78125)
    >>> grad
    array([ 0.5  , -0.5  ,  0.125, -0.5  ])
    >>> huber_loss(np.array([1000.0]), np.array([0.0]))
    (np.float64(999.5), array([1.]))
    """
    raise NotImplementedError("write huber_loss here")
