r"""Xavier, or Glorot, initialization: weights drawn evenly from an interval that is as wide as both directions allow.

Every entry of the weight is drawn for itself from the uniform distribution on $[-a, a]$, whose variance is $a^2/3$. With
Xavier's variance on the left, times a gain that makes up for the activation behind the layer, the bound follows:

$$\frac{a^2}{3} = \text{gain}^2 \cdot \frac{2}{\text{fan\_in} + \text{fan\_out}} \qquad\Longrightarrow\qquad
a = \text{gain} \cdot \sqrt{\frac{6}{\text{fan\_in} + \text{fan\_out}}}$$

The layout is that of PyTorch: `shape` is `(out, in)` for a linear layer or `(out, in, *kernel)` for a convolution with a
kernel of any number of axes, and the fans are those of `fan_in_out`: the number of inputs, or outputs, times the number of
places in the kernel. A gain of 1 is for a layer without an activation; for tanh 5/3 is common.

All entries are independent, also in a weight of a few entries: nothing is shifted or scaled afterwards to bring the mean or
the spread of this one draw to their expected values. Whether the ends of the interval can be drawn does not matter.

Take all randomness from `rng`, in any way you like: the same state of `rng` gives the same weight, and another state gives
another. Draw from `rng` itself and not from a copy of it, so that the next call gives another weight. The values are checked
by their statistics, so it does not matter how you draw, nor in which order. In PyTorch `rng` is a `torch.Generator`: pass it
as `generator=rng` to whatever draws, on the device of `rng`. The weight is float64.

Source: Glorot and Bengio 2010, *Understanding the difficulty of training deep feedforward neural networks*, section 4.2.1,
equation 16; gain and layout are those of `torch.nn.init.xavier_uniform_`.
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
    title="Xavier initialization",
    difficulty=1,
    points=5,
    needs=("initialization/fan_in_out", "initialization/init_std"),
    questions=(
        "How should the weights of a network be initialised?",
        "Which ways to initialise weights are there: zero, random, Xavier, He?",
        "How are weights initialised: with zeros or with random numbers?",
    ),
    hints=(
        "The work has two parts that know nothing of each other: a number, which says how far the weights may lie from zero, "
        "and the draw. Begin with the number. For a linear layer it takes the two lengths of the shape; for a convolution each "
        "of them is first multiplied by the number of places in the kernel.",
        "A standard deviation is not a bound. Numbers that are spread evenly between minus a and a have a deviation of a "
        "over the root of three, so the bound is larger than the deviation by the root of three. This is where the six comes "
        "from: three times two. The gain multiplies the bound as it is, outside the root.",
        "Generators draw evenly from any interval in one call, or from 0 to 1, which you stretch: times two, minus one, "
        "times the bound. Draw the full shape at once; a single row that is repeated would make all units alike, and alike they "
        "would stay. In PyTorch say float64 and hand over the generator. Refuse a shape with fewer than two axes first.",
    ),
    skip={"independent": "Everybody draws other numbers: there is nothing to compare by value."},
    forbid=("torch.nn.init",),
)


def xavier_uniform(shape: tuple[int, ...], rng: np.random.Generator, gain: float = 1.0) -> Float[Array, "*shape"]:
    """Draw the weight of a layer from a uniform distribution with Xavier's variance.

    Parameters
    ----------
    shape : shape of the weight, (out, in) or (out, in, *kernel), all lengths at least 1.
    rng : where all randomness comes from.
    gain : factor that makes up for the activation behind the layer, above 0.

    Returns
    -------
    The weight, a float64 array of the given shape.

    Raises
    ------
    ValueError
        If `shape` has fewer than two axes. The message names it: shape.

    Examples
    --------
    >>> rng = np.random.default_rng(7)
    >>> weight = xavier_uniform((70, 80), rng)
    >>> round(float(np.abs(weight).max()), 1)
    0.2
    >>> weight = xavier_uniform((40, 10, 3, 4), rng, gain=5.0)
    >>> round(float(np.abs(weight).max()), 1)
    0.5
    """
    if len(shape) < 2:
        raise ValueError(f"shape needs at least two axes, got {shape}")
    receptive_field = math.prod(shape[2:])
    bound = gain * math.sqrt(6 / ((shape[0] + shape[1]) * receptive_field))
    # equivalent: rng.uniform(-bound, bound, shape) => -rng.uniform(-bound, bound, shape), because the interval is symmetric.
    return rng.uniform(-bound, bound, shape)
