r"""A parametric ReLU learns how much it leaks; this is the backward pass that tells it in which direction.

Forward, every channel $c$ has a slope $a_c$ of its own, which is learnt with the weights of the layers:

$$y = x \;\text{ where } x > 0, \qquad y = a_c\,x \;\text{ everywhere else.}$$

As in `torch.nn.PReLU`, `x` has the shape (N, C) or (N, C, ...): the batch first, then the channels, then any number of further
axes, the pixels of an image for instance. `weight` has the shape (C,) and holds the slopes: any numbers, also negative ones, 0
and those above 1.

Backward, the layers above hand down `grad_output`, $g = \partial L / \partial y$, in the shape of `x`. Return two gradients, in
this order:

- `dx`, in the shape of `x`: $g$ where $x > 0$, and $a_c\,g$ everywhere else, so also where $x = 0$;
- `dweight`, in the shape of `weight`: a slope takes part wherever its channel is not positive, so its gradient is a **sum**, over
  the batch and over all further axes:

$$\frac{\partial L}{\partial a_c} = \sum_{x \le 0 \text{ in channel } c} g\,x$$

A channel in which nothing is negative gets the gradient 0. All numbers are finite, all arrays have the same dtype, and so have
the results. Return new arrays; do not change the inputs.

Source: He, Zhang, Ren and Sun 2015, *Delving deep into rectifiers*, section 2.1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Backward pass of a ReLU with learnt slopes",
    difficulty=2,
    points=10,
    needs=("activations/leaky_relu", "activations/relu_backward"),
    questions=(
        "What is the leaky ReLU for?",
        "How does a parametric ReLU learn its slopes?",
    ),
    hints=(
        "Begin with a single number x and a single slope, and write the output as a formula for each side of zero. It depends "
        "on two things, so differentiate it twice: once by x, once by the slope. On the positive side the slope does not occur, "
        "so what is the derivative by it there? Multiply both derivatives by the gradient from above.",
        "Now count who uses what. Every element of x is used once, so its gradient has the shape of x. A slope is used by all "
        "elements of its channel, in every example and at every pixel; what reaches it along all those paths is added up, not "
        "averaged. So all axes are summed over, except for one. Which one is it?",
        "Give the slopes the right number of axes first: channels stay at place 1, and every further axis gets the length 1, "
        "so that they meet their own channel even if another axis has the same length. For the slopes' gradient, the negative "
        "part of x is zero on the positive side by itself: multiply it by the gradient from above, then sum over every axis "
        "that is not number 1.",
    ),
    forbid=("autograd", "torch.nn.functional.prelu", "torch.nn.PReLU", "torch.ops.aten._prelu_kernel_backward"),
    skip={"gradients_flow": "It computes gradients itself, and may well do so without autograd."},
)


def prelu_backward(
    grad_output: Float[Array, "N C *rest"],
    x: Float[Array, "N C *rest"],
    weight: Float[Array, " C"],
) -> tuple[Float[Array, "N C *rest"], Float[Array, " C"]]:
    """Compute the gradients of the loss by the input and by the slopes of a parametric ReLU.

    Parameters
    ----------
    grad_output : gradient of the loss by the output, in the shape of `x`.
    x : input of the forward pass, of at least two axes: batch, channels, and whatever follows.
    weight : the slope of each channel, any finite numbers.

    Returns
    -------
    The gradient by `x` and the gradient by `weight`, each in the shape and dtype of what it belongs to.

    Raises
    ------
    ValueError
        If `weight` does not have one slope for each channel; a single one is not shared. The message names it: weight.

    Examples
    --------
    >>> grad_output = np.array([[5.0, -3.0], [2.0, 7.0], [4.0, -1.0]])
    >>> x = np.array([[-1.0, 2.0], [0.0, -0.5], [-3.0, -6.0]])
    >>> dx, dweight = prelu_backward(grad_output, x, np.array([0.25, 2.0]))
    >>> dx
    array([[ 1.25, -3.  ],
           [ 0.5 , 14.  ],
           [ 1.  , -2.  ]])
    >>> dweight
    array([-17. ,   2.5])
    """
    if weight.shape != x.shape[1:2]:
        raise ValueError(f"weight must have one slope for each of {x.shape[1]} channels, got shape {weight.shape}")

    slopes = weight.reshape(len(weight), *[1] * (x.ndim - 2))  # channels stay where they are
    dx = np.where(x > 0, grad_output, slopes * grad_output)
    others = tuple(axis for axis in range(x.ndim) if axis != 1)
    return dx, np.sum(grad_output * np.minimum(x, 0), axis=others)
