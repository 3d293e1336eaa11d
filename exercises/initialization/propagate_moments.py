r"""Send a signal through many layers and measure it after each: is the scale of the weights right, or does it die or blow up?

No training is needed for this, nor a loss; one forward pass shows it. The layers have no biases, and layer $l$ takes its weights
from a given array of numbers, drawn beforehand with a standard deviation of 1, times the same factor `std` for all layers:

$$a^{(0)} = x, \qquad a^{(l)} = \varphi\bigl(\text{std} \cdot W^{(l)} a^{(l-1)}\bigr), \qquad
m_l = \frac{1}{N D} \sum_{n,i} \bigl(a^{(l)}_{ni}\bigr)^2$$

The activation $\varphi$ is `"relu"`, `"tanh"` or `"identity"`. Return the **second moments** $m_0, m_1, \dots, m_L$ of what
goes in and of what comes out of each layer: the mean of the squares over all rows of the batch and all units, after the
activation. It is not the variance: a ReLU's outputs do not have the mean 0, and the next layer sums up their squares, mean
included.

For a layer with fan-in $D$ and independent weights, $m_l$ is on average $\text{std}^2 D$ times $m_{l-1}$, and half of that
with ReLU. So the factor is 1 for $\text{std}^2 = 1/D$, or $2/D$ with ReLU: that is where He's 2 comes from. Any other factor
is multiplied up, layer by layer, within a single pass.

All layers are `D` units wide; `weight` has the shape (layers, out, in), as if the weights of PyTorch's linear layers were
stacked, and every layer has numbers of its own. With no layers $m_0$ alone is returned. Both arrays have one dtype, and so
has the result, which may become as small as this dtype allows. Do not change the inputs.

Source: He, Zhang, Ren and Sun 2015, *Delving deep into rectifiers*, section 2.2; Glorot and Bengio 2010, *Understanding the
difficulty of training deep feedforward neural networks*, section 4.2.1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


def propagate_moments(
    x: Float[Array, "N D"],
    weight: Float[Array, "L D D"],
    std: float,
    act: str,
) -> Float[Array, " L+1"]:
    """Measure the second moment of a signal before the first layer and after each layer.

    Parameters
    ----------
    x : inputs, one row for each example of the batch.
    weight : numbers of all layers, (layers, out, in), drawn with a standard deviation of 1.
    std : what they are all multiplied by.
    act : activation after each layer, "relu", "tanh" or "identity".

    Returns
    -------
    The mean of the squares of the input and of each layer's output, L + 1 numbers in the dtype of `x`.

    Raises
    ------
    ValueError
        If `act` is none of the three. The message names it: act.

    Examples
    --------
    >>> x = np.array([[1.0, -4.0]])
    >>> weight = np.array([[[2.0, 0.0], [1.0, 1.0]], [[1.0, -2.0], [0.5, 4.0]]])
    >>> propagate_moments(x, weight, 0.5, "relu")
    array([8.5    , 0.5    , 0.15625])
    >>> propagate_moments(x, weight, 0.5, "identity")
    array([8.5    , 1.625  , 5.78125])
    """
    raise NotImplementedError("write propagate_moments here")
