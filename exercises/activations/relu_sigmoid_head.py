r"""A sigmoid straight after a ReLU: a popular slip in the last layer, and what it does to the decisions.

Someone left the ReLU of the hidden layers in front of the output, so that a score $x$ becomes the probability

$$p = \sigma(\max(0, x)), \qquad \sigma(z) = \frac{1}{1 + e^{-z}}$$

and the decision is a yes where $p \ge t$, with a threshold $t$ from 0 to 1; a tie is a yes.

All scores up to 0 end in the same place: there $p$ is exactly $1/2$. So with the usual threshold of 0.5 the answer is always yes,
and a no can never be said with confidence. With a threshold above 0.5 both answers appear, decided by the positive scores.
(ReLU, then a **linear layer**, then a sigmoid is what one should write, and has none of this.)

It works element by element, on any shape. Scores are finite and may be large: at $x = 1000$ the probability is 1, and never NaN.
The probabilities are a new array with the dtype of `x`: float32 in, float32 out. The decisions are booleans of the same shape.
Do not change the input.

Source: Goodfellow, Bengio and Courville 2016, *Deep learning*, section 6.2.2.2, on output units that saturate.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Bool, Float
    from numpy import ndarray as Array


# To be written without torch.sigmoid, torch.nn.functional.logsigmoid, torch.relu, torch.nn.functional.relu, by
# whatever name.
def relu_sigmoid_head(x: Float[Array, "*shape"], threshold: float) -> tuple[Float[Array, "*shape"], Bool[Array, "*shape"]]:
    """Turn scores into probabilities by a ReLU and a sigmoid, and decide.

    Parameters
    ----------
    x : finite scores, in an array of any shape.
    threshold : the smallest probability that is a yes, from 0 to 1.

    Returns
    -------
    The probabilities in the dtype of `x`, and the decisions, True for a yes; both in the shape of `x`.

    Raises
    ------
    ValueError
        If `threshold` is below 0 or above 1. The message names it: threshold.

    Examples
    --------
    >>> relu_sigmoid_head(np.array([-2.0, 0.0, 0.25, 1.0]), 0.5)
    (array([0.5       , 0.5       , 0.5621765 , 0.73105858]), array([ True,  True,  True,  True]))
    >>> relu_sigmoid_head(np.array([-2.0, 0.5, 1.0]), 0.7)
    (array([0.5       , 0.62245933, 0.73105858]), array([False, False,  True]))
    """
    raise NotImplementedError("write relu_sigmoid_head here")
