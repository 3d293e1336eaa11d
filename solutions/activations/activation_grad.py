r"""The slopes of nine activation functions: what backpropagation multiplies by, and where it stops.

The functions are those of the exercise `activation`, with their names: `"step"` (1 where $x > 0$, else 0), `"sigmoid"`, `"tanh"`,
`"relu"`, `"leaky_relu"` (slope 0.01), `"elu"` ($e^x - 1$ on the left), `"softplus"` ($\log(1 + e^x)$), `"swish"`
($x\,\sigma(x)$) and the exact `"gelu"`, for which you need the normal distribution function and its density:

$$\mathrm{gelu}(x) = x\,\Phi(x), \qquad \Phi(x) = \tfrac12\big(1 + \operatorname{erf}(x/\sqrt2)\big), \qquad
\Phi'(x) = \frac{1}{\sqrt{2\pi}}\,e^{-x^2/2}$$

Return $f'(x)$ for every element of `x`. The argument is the **input** of the activation, and not its output. Find the formulas on
paper: finite differences are a check and no answer. An error as small as the rounding of 1 does no harm.

Where a function has a kink or a jump, at $x = 0$, take the slope on its left, as PyTorch does: 0 for `"relu"`, 0.01 for
`"leaky_relu"`. ELU has no kink: there both sides have the slope 1. The slope of the step is 0 everywhere, at the jump, too.

It works on an array of any shape, down to a single number with no axis. Elements are finite but may be large, and no slope is
ever NaN or infinite. The result has the dtype of `x`. Return a new array; do not change the input. Ready-made sigmoids, tanhs and
error functions may be used.

Source: Goodfellow, Bengio and Courville 2016, *Deep Learning*, section 6.3; for GELU Hendrycks and Gimpel 2016, section 2.
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
    title="Slopes of nine activation functions",
    difficulty=2,
    points=10,
    needs=("activations/activation", "activations/sigmoid_backward", "activations/relu_backward"),
    questions=(
        "How do you choose an activation function?",
        "What is the derivative of the sigmoid, and how large can it get?",
        "Does ReLU solve the problem of vanishing gradients?",
    ),
    hints=(
        "Take the functions one at a time and differentiate them on paper. Five of them are made of straight lines or of one "
        "exponential and are done quickly. Two are products, x times something that depends on x, and a product has a "
        "derivative of two terms. One turns out to be another function of the list.",
        "Many tables give the slopes of sigmoid and tanh as a function of their output y. Here you get x, so compute y first. "
        "The fraction with a squared denominator is right on paper, but far out it divides infinity by infinity. A check that "
        "costs one line: the difference of the values at x plus and minus a thousandth, divided by two thousandths.",
        "Softplus has the sigmoid as its slope. For swish, the two terms are the gate itself, and x times the slope of the gate. "
        "For GELU they are the normal distribution function, and x times the density. ELU needs an exponential on its left side "
        "only. A slope that is a plain number, such as that of the leaky ReLU, still has to come in the shape and dtype of x: "
        "choosing between two Python numbers gives the library's default type.",
    ),
    forbid=("autograd",),
    skip={"gradients_flow": "It computes gradients itself, and may well do so without autograd."},
)


def activation_grad(x: Float[Array, "*shape"], name: str) -> Float[Array, "*shape"]:
    """Compute the derivative of an activation function at every element of `x`.

    Parameters
    ----------
    x : finite real numbers, the inputs of the activation, in an array of any shape.
    name : "step", "sigmoid", "tanh", "relu", "leaky_relu", "elu", "softplus", "swish" or "gelu".

    Returns
    -------
    The slopes, in the shape and dtype of `x`.

    Raises
    ------
    ValueError
        If there is no activation of that name. The message names the argument: name.

    Examples
    --------
    >>> x = np.array([-2.0, 0.0, 1.0, 1000.0])
    >>> activation_grad(x, "tanh")
    array([0.07065082, 1.        , 0.41997434, 0.        ])
    >>> activation_grad(x, "leaky_relu")
    array([0.01, 0.01, 1.  , 1.  ])
    >>> activation_grad(x, "swish")
    array([-0.09078425,  0.5       ,  0.92767051,  1.        ])
    """
    gate = np.exp(np.minimum(x, 0)) / (1 + np.exp(-np.abs(x)))  # the sigmoid
    slopes = {
        "step": lambda: np.zeros_like(x),
        "sigmoid": lambda: gate * (1 - gate),
        "tanh": lambda: 1 - np.tanh(x) ** 2,
        "relu": lambda: np.heaviside(x, 0),
        "leaky_relu": lambda: np.where(x > 0, 1, 0.01).astype(x.dtype),
        "elu": lambda: np.exp(np.minimum(x, 0)),
        "softplus": lambda: gate,
        "swish": lambda: gate + x * gate * (1 - gate),
        "gelu": lambda: (1 + _erf(x / math.sqrt(2))) / 2 + x * np.exp(-x * x / 2) / math.sqrt(2 * math.pi),
    }
    if name not in slopes:
        raise ValueError(f"name must be one of {', '.join(slopes)}, got {name!r}")
    return slopes[name]()


def _erf(x: Float[Array, "*shape"]) -> Float[Array, "*shape"]:
    return np.array([math.erf(value) for value in np.ravel(x)], dtype=x.dtype).reshape(np.shape(x))
