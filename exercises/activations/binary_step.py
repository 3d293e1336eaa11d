r"""The binary step is the activation of the first perceptrons: a neuron fires, or it does not.

$$\mathrm{step}(x) = 1 \;\text{ where } x > \theta, \qquad \mathrm{step}(x) = 0 \;\text{ everywhere else.}$$

$\theta$ is the `threshold`, by default 0, and may be any finite number, also a negative one. Only what lies **above** it
fires: an element that equals the threshold gives 0, and one that is above it by the smallest step that floats can make gives 1.
(Other libraries differ at the threshold itself; `heaviside` lets you choose.) It works element by element, on an array of any
shape, down to a single number with no axis at all. Plus and minus infinity are allowed, NaN does not occur.

Try to train such a neuron by gradient descent, and nothing moves: the slope is 0 wherever there is one. So the perceptron has a
learning rule of its own, and today's networks have activations with a slope.

The result holds the numbers 0 and 1 in the dtype of `x`, so that the next layer can multiply them: float32 in, float32 out.
Return a new array; do not change the input.

Source: Rosenblatt 1958, *The perceptron: a probabilistic model for information storage and organization in the brain*.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without torch.heaviside, by whatever name.
def binary_step(x: Float[Array, "*shape"], threshold: float = 0.0) -> Float[Array, "*shape"]:
    """Turn every element of `x` into 1 if it is above a threshold, and into 0 if it is not.

    Parameters
    ----------
    x : real numbers, in an array of any shape; plus and minus infinity are allowed.
    threshold : the number above which an element gives 1, any finite number.

    Returns
    -------
    Zeros and ones, in the shape and dtype of `x`.

    Examples
    --------
    >>> binary_step(np.array([[-2.0, 0.5, 0.0], [3.0, -0.1, 7.0]]))
    array([[0., 1., 0.],
           [1., 0., 1.]])
    >>> binary_step(np.array([-1.0, 0.5, 1.5, 3.0]), threshold=1.5)
    array([0., 0., 0., 1.])
    """
    raise NotImplementedError("write binary_step here")
