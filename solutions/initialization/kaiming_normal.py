r"""Kaiming, or He, initialization: normal weights, a little larger than Xavier's, because a ReLU loses half of what it is given.

Every entry of the weight is drawn for itself from the normal distribution with mean 0 and this standard deviation:

$$\sigma = \frac{\text{gain}}{\sqrt{\text{fan}}}, \qquad \text{gain} = \sqrt{\frac{2}{1 + a^2}}$$

The number $a$ is the slope of a leaky ReLU for negative inputs, so $a = 0$ is ReLU itself, with a gain of $\sqrt 2$, and
$a = 1$ is no activation at all, with a gain of 1. (PyTorch starts its linear layers with $a = \sqrt 5$, for historical
reasons.) `mode` says which fan is meant: `"fan_in"` keeps the size of the signals on the way forward, `"fan_out"` that of the
gradients on the way back.

The layout is that of PyTorch: `shape` is `(out, in)` for a linear layer or `(out, in, *kernel)` for a convolution with a
kernel of any number of axes, and the fans are those of `fan_in_out`: the number of inputs, or outputs, times the number of
places in the kernel.

All entries are independent, also in a weight of a few entries. Nothing is cut off, however far from 0 it lies, and nothing
is shifted or scaled afterwards to bring the mean or the spread of this one draw to their expected values.

Take all randomness from `rng`, in any way you like: the same state of `rng` gives the same weight, and another state gives
another. Draw from `rng` itself and not from a copy of it, so that the next call gives another weight. The values are checked
by their statistics, so it does not matter how you draw, nor in which order. In PyTorch `rng` is a `torch.Generator`: pass it
as `generator=rng` to whatever draws, on the device of `rng`. The weight is float64.

Source: He, Zhang, Ren and Sun 2015, *Delving deep into rectifiers: surpassing human-level performance on ImageNet
classification*, section 2.2; arguments and layout are those of `torch.nn.init.kaiming_normal_`.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Kaiming initialization",
    difficulty=1,
    points=5,
    needs=("initialization/fan_in_out", "initialization/init_std"),
    questions=(
        "How should the weights of a network be initialised?",
        "Which ways to initialise weights are there: zero, random, Xavier, He?",
    ),
    hints=(
        "Two numbers go into the scale and neither depends on any draw: a gain, which follows from the activation alone, and a "
        "fan, which follows from the shape alone. Try both on paper for plain ReLU and a linear layer with fifty inputs: the "
        "deviation must come out as one fifth.",
        "Take the fans as in the exercise before: in PyTorch's layout the inputs are on the second axis, and each count is "
        "multiplied by all lengths behind the first two. Of the two, mode picks one. The slope enters the gain squared, because "
        "it is a share of the signal, and what is balanced here are squares of signals.",
        "Generators draw from a normal distribution in one call. Some take the deviation as an argument, others draw with a "
        "deviation of 1 and leave the scaling to you; none of them wants the variance. Draw the full shape, in float64, from the "
        "generator that you are given. Before that, refuse a shape with fewer than two axes and any other mode.",
    ),
    skip={"independent": "Everybody draws other numbers: there is nothing to compare by value."},
    forbid=("torch.nn.init",),
)


def kaiming_normal(
    shape: tuple[int, ...],
    rng: np.random.Generator,
    a: float = 0.0,
    mode: str = "fan_in",
) -> Float[Array, "*shape"]:
    """Draw the weight of a layer in front of a ReLU from a normal distribution with He's variance.

    Parameters
    ----------
    shape : shape of the weight, (out, in) or (out, in, *kernel), all lengths at least 1.
    rng : where all randomness comes from.
    a : slope of the leaky ReLU behind the layer for negative inputs; 0 is ReLU.
    mode : "fan_in" or "fan_out".

    Returns
    -------
    The weight, a float64 array of the given shape.

    Raises
    ------
    ValueError
        If `shape` has fewer than two axes, or `mode` is neither of the two. The message names it: shape, mode.

    Examples
    --------
    >>> rng = np.random.default_rng(7)
    >>> weight = kaiming_normal((200, 50), rng)
    >>> round(float(weight.std()), 1)
    0.2
    >>> weight = kaiming_normal((8, 30, 4, 5), rng, a=2.0, mode="fan_out")
    >>> round(float(weight.std()), 2)
    0.05
    """
    if len(shape) < 2:
        raise ValueError(f"shape needs at least two axes, got {shape}")
    if mode not in {"fan_in", "fan_out"}:
        raise ValueError(f"mode must be fan_in or fan_out, got {mode!r}")
    fan = (shape[1] if mode == "fan_in" else shape[0]) * math.prod(shape[2:])
    std = math.sqrt(2 / (1 + a * a) / fan)
    # equivalent: std * rng.standard_normal(shape) => -(std * rng.standard_normal(shape)), because of its symmetry.
    return std * rng.standard_normal(shape)
