r"""Exponential moving average: a mean that forgets, and the bias that it starts with.

From a series $x_1, \dots, x_T$, with the first axis as time, and a decay $\beta$ (`beta`):

$$m_t = \beta\, m_{t-1} + (1 - \beta)\, x_t, \qquad m_0 = 0$$

It averages over about $1/(1-\beta)$ values. As it starts from zero, it is too small at first: the weights of $m_t$ add up to
$1 - \beta^t$, and not to 1. The **bias correction** divides by what they add up to:

$$\hat m_t = \frac{m_t}{1 - \beta^t}$$

Return all of $\hat m_1, \dots, \hat m_T$, or of $m_1, \dots, m_T$ if `bias_correction` is false. The correction is for what is
returned: inside, the average goes on uncorrected. The series may have any number of axes after the first, and every entry is
averaged over time by itself.

The result has the shape and the dtype of `x`. Return a new array; do not change the input.

Source: Kingma and Ba 2015, *Adam: a method for stochastic optimization*, section 3.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without scipy.signal, scipy.ndimage, by whatever name.
def ema(x: Float[Array, "T *rest"], beta: float, bias_correction: bool = True) -> Float[Array, "T *rest"]:
    """Average a series over time, with weights that fall exponentially into the past.

    Parameters
    ----------
    x : the series, with time along the first axis, of at least one step.
    beta : decay, at least 0 and below 1.
    bias_correction : whether each average is divided by the sum of its weights.

    Returns
    -------
    The average after each step, in the shape and dtype of `x`.

    Raises
    ------
    ValueError
        If `beta` is below 0, or not below 1. The message names it: beta.

    Examples
    --------
    >>> ema(np.array([8.0, -4.0, 6.0]), beta=0.5, bias_correction=False)
    array([4., 0., 3.])
    >>> ema(np.array([7.0, 1.0, 0.0]), beta=0.5)
    array([7.        , 3.        , 1.28571429])
    """
    raise NotImplementedError("write ema here")
