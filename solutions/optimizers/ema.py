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

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Exponential moving average",
    difficulty=1,
    points=5,
    questions=(
        "What does momentum do in gradient descent, and does it remember all past gradients?",
        "Explain the Adam optimizer: what do its two moments do, and what is the bias correction for?",
    ),
    hints=(
        "Each average needs the one before it and one new value, so walk through time from the beginning and keep the "
        "running average in a variable. It starts at zero, in the shape of one step of the series. Collect what you have "
        "after each step; whether it is corrected or not is a question of what you write down, not of what you keep.",
        "The correction needs the number of the step, and the first step is number 1: there the weights add up to one "
        "minus beta, so that the corrected average is the first value itself. With a step number of 0 you would divide by "
        "zero.",
        "Two numbers check everything: a constant series must come out as that constant when it is corrected, from the "
        "first step on; and a beta of 0 remembers nothing, so the series itself comes out. Numbers of Python leave the "
        "dtype of an array alone; a result that is allocated without a dtype does not.",
    ),
    forbid=("scipy.signal", "scipy.ndimage"),
)


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
    if not 0 <= beta < 1:
        raise ValueError(f"beta must be at least 0 and below 1, got {beta}")

    averages = np.empty_like(x)
    average = 0.0  # an array from the first step on
    for t, value in enumerate(x, start=1):
        average = beta * average + (1 - beta) * value
        averages[t - 1] = average / (1 - beta**t) if bias_correction else average
    return averages
