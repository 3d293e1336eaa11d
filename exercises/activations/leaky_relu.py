r"""The leaky ReLU lets a little of the negative side through, so that no unit is ever cut off from its gradient.

$$y = x \;\text{ where } x > 0, \qquad y = a\,x \;\text{ everywhere else.}$$

The slope $a$ is `negative_slope`, by default 0.01. It works element by element, on an array of any shape, down to a single
number with no axis at all.

Your function is right for **every** finite slope. A parametric ReLU learns its slope, and nothing keeps a learnt slope
between 0 and 1: with a slope of 2, the input 3 stays 3 and the input -3 becomes -6; with a slope of -0.5, the input -3
becomes 1.5. A slope of 0 gives ReLU, a slope of 1 the identity. Elements of `x` are finite, and so is the slope times every
one of them that is not positive. Positive elements come out as they went in, however steep the slope.

The result has the dtype of `x`: float32 in, float32 out. Return a new array, also when nothing is negative; do not change
the input.

Source: Maas, Hannun and Ng 2013, *Rectifier nonlinearities improve neural network acoustic models*; for learnt slopes He, Zhang,
Ren and Sun 2015, *Delving deep into rectifiers*, section 2.1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without torch.nn.functional.leaky_relu, torch.nn.LeakyReLU, torch.nn.functional.prelu,
# torch.nn.PReLU, torch.rrelu, torch.nn.functional.rrelu, by whatever name.
def leaky_relu(x: Float[Array, "*shape"], negative_slope: float = 0.01) -> Float[Array, "*shape"]:
    """Keep what is positive and scale what is negative.

    Parameters
    ----------
    x : finite real numbers, in an array of any shape.
    negative_slope : factor for elements that are not positive: any finite number, also above 1 or below 0.

    Returns
    -------
    The activations, in the shape and dtype of `x`.

    Examples
    --------
    >>> leaky_relu(np.array([[-2.0, 3.0, 0.0], [5.0, -0.5, 1.0]]))
    array([[-0.02 ,  3.   ,  0.   ],
           [ 5.   , -0.005,  1.   ]])
    >>> leaky_relu(np.array([-3.0, 3.0]), negative_slope=2.0)
    array([-6.,  3.])
    """
    raise NotImplementedError("write leaky_relu here")
