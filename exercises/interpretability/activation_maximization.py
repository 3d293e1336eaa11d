r"""What does a unit want to see? Start from an image and climb: gradient ascent, with the image in place of the weights.

The network is trained and stays as it is. $f$ is the activation of one of its units, and `grad_f` takes an input and returns
the gradient of $f$ there, by the input. The image that excites the unit most would be $\arg\max_x f(x)$, but this has no answer
where more contrast always means more excitement: for a class score that is linear in $x$ it grows without end. So there is a
prior that prefers images near zero, and what is climbed is

$$J(x) = f(x) - \lambda \lVert x \rVert^2, \qquad x \leftarrow x + \eta\, \big(\nabla f(x) - 2 \lambda\, x\big)$$

with $\lambda$ = `l2` and $\eta$ = `lr`, `n_steps` times, from `x0`; every step takes the gradient at the point that the last
one has reached. For $f(x) = w \cdot x$ the summit is known: $w / (2 \lambda)$, the weight itself, as a picture.

`x0` may have any shape, that of an image or of a batch. `grad_f` neither changes nor keeps its argument; call it with arrays of
the shape and dtype of `x0`, and it returns a new array like them. With `n_steps` = 0 the result is a copy of `x0`. Return a new
array in the shape and dtype of `x0`; do not change `x0`.

Source: Simonyan, Vedaldi and Zisserman 2013, *Deep inside convolutional networks*, section 2, equation 1; Erhan, Bengio,
Courville and Vincent 2009, *Visualizing higher-layer features of a deep network*.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from jaxtyping import Float
    from numpy import ndarray as Array


def activation_maximization(
    grad_f: Callable[[Float[Array, "*shape"]], Float[Array, "*shape"]],
    x0: Float[Array, "*shape"],
    lr: float,
    n_steps: int,
    l2: float = 0.0,
) -> Float[Array, "*shape"]:
    """Climb from an input to one that excites a unit more, held back by an L2 prior.

    Parameters
    ----------
    grad_f : takes an input and returns the gradient of the unit's activation by it.
    x0 : where to start.
    lr : length of a step, relative to the gradient of the objective.
    n_steps : number of steps, at least 0.
    l2 : weight of the squared length of the input.

    Returns
    -------
    The input after the last step.

    Examples
    --------
    >>> def grad_f(x):
    ...     return np.array([3.0, -1.0, 0.5]) - 0.5 * x
    >>> activation_maximization(grad_f, np.array([0.0, 2.0, 1.0]), 0.4, 2, l2=0.25)
    array([1.92, 0.08, 0.68])
    >>> activation_maximization(grad_f, np.array([0.0, 2.0, 1.0]), 0.1, 2)
    array([0.585, 1.61 , 1.   ])
    """
    raise NotImplementedError("write activation_maximization here")
