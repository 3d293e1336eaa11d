r"""Nine activation functions, looked up by name: know their formulas, their ranges, and what they do far out.

| `name` | $f(x)$ | range |
|---|---|---|
| `"step"` | 1 where $x > 0$, 0 elsewhere | 0 or 1 |
| `"sigmoid"` | $\sigma(x) = 1/(1 + e^{-x})$ | between 0 and 1 |
| `"tanh"` | $(e^x - e^{-x})/(e^x + e^{-x})$ | between -1 and 1 |
| `"relu"` | $\max(0, x)$ | from 0 |
| `"leaky_relu"` | $x$ where $x > 0$, $0.01\,x$ elsewhere | all numbers |
| `"elu"` | $x$ where $x > 0$, $e^x - 1$ elsewhere | above -1 |
| `"softplus"` | $\log(1 + e^x)$ | above 0 |
| `"swish"` | $x\,\sigma(x)$, also called SiLU | from -0.2785 |
| `"gelu"` | $x\,\Phi(x)$ | from -0.16997 |

$\Phi$ is the distribution function of the standard normal, $\Phi(x) = \tfrac12\big(1 + \operatorname{erf}(x/\sqrt2)\big)$: the
exact GELU, and neither of its approximations. The error function is in `math.erf`, `scipy.special.erf` and `torch.erf`. Softmax
is not in the list, because it is not elementwise.

All nine work element by element, on an array of any shape, down to a single number with no axis. Elements are finite but may be
large, and nothing becomes NaN or infinite: softplus of 1000 is 1000, sigmoid of -1000 is 0. An error as small as the rounding of
$x$, or of 1, does no harm. Ready-made sigmoids, tanhs and ReLUs may be used.

The result has the dtype of `x`, also for the step: float32 in, float32 out. Return a new array; do not change the input.

Source: Goodfellow, Bengio and Courville 2016, *Deep Learning*, section 6.3; for ELU Clevert, Unterthiner and Hochreiter 2016; for
GELU Hendrycks and Gimpel 2016, section 2.
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
    title="Nine activation functions by name",
    difficulty=2,
    points=10,
    needs=(
        "activations/binary_step",
        "activations/sigmoid",
        "activations/tanh_from_sigmoid",
        "activations/leaky_relu",
        "activations/swish",
    ),
    questions=(
        "Which activation functions are there, and what are their ranges?",
        "How do you choose an activation function?",
    ),
    hints=(
        "Six of the nine you have met already; write the list of names first and put in what you know. A dictionary from names "
        "to small functions reads well, and a name that is not in it is noticed by itself. Then go through the new ones and ask "
        "of each what its formula does at 1000 and at -1000.",
        "Of the new ones, softplus overflows as it stands. For a large input it is almost the input itself: take that part out "
        "of the logarithm, and the exponential that is left has a negative argument. ELU needs an exponential on its left side "
        "only, so keep positive numbers out of it. The sigmoid serves in three places.",
        "Softplus is the larger of x and zero, plus the logarithm of one plus the exponential of minus the absolute value. GELU "
        "is x times the normal distribution function; mind the root of two inside the error function. The error function of "
        "the standard library takes one number at a time, so call it for each element, and give the array of results the dtype "
        "of x. A NumPy scalar in float64, such as NumPy's root of two, makes float64 of everything it meets; a plain Python "
        "number does not.",
    ),
    forbid=(
        "torch.nn.functional.leaky_relu",
        "torch.nn.functional.elu",
        "torch.nn.functional.softplus",
        "torch.nn.functional.silu",
        "torch.nn.functional.gelu",
    ),
)


def activation(x: Float[Array, "*shape"], name: str) -> Float[Array, "*shape"]:
    """Apply the activation function of a given name to every element of `x`.

    Parameters
    ----------
    x : finite real numbers, in an array of any shape.
    name : "step", "sigmoid", "tanh", "relu", "leaky_relu", "elu", "softplus", "swish" or "gelu".

    Returns
    -------
    The activations, in the shape and dtype of `x`.

    Raises
    ------
    ValueError
        If there is no activation of that name. The message names the argument: name.

    Examples
    --------
    >>> x = np.array([[-2.0, 0.0, 0.5], [3.0, -1.0, 1000.0]])
    >>> activation(x, "softplus")
    array([[1.26928011e-01, 6.93147181e-01, 9.74076984e-01],
           [3.04858735e+00, 3.13261688e-01, 1.00000000e+03]])
    >>> activation(np.array([-1.0, 0.0, 2.0]), "gelu")
    array([-0.15865525,  0.        ,  1.95449974])
    >>> activation(np.array([-1.0, 0.0, 2.0]), "step")
    array([0., 0., 1.])
    """
    functions = {
        "step": lambda: np.heaviside(x, 0),
        "sigmoid": lambda: _sigmoid(x),
        "tanh": lambda: np.tanh(x),
        "relu": lambda: np.maximum(x, 0),
        "leaky_relu": lambda: np.maximum(x, 0.01 * x),
        "elu": lambda: np.maximum(x, 0) + np.expm1(np.minimum(x, 0)),
        "softplus": lambda: np.maximum(x, 0) + np.log1p(np.exp(-np.abs(x))),
        "swish": lambda: x * _sigmoid(x),
        "gelu": lambda: x * (1 + _erf(x / math.sqrt(2))) / 2,
    }
    if name not in functions:
        raise ValueError(f"name must be one of {', '.join(functions)}, got {name!r}")
    return functions[name]()


def _sigmoid(x: Float[Array, "*shape"]) -> Float[Array, "*shape"]:
    return np.exp(np.minimum(x, 0)) / (1 + np.exp(-np.abs(x)))  # neither exponential overflows


def _erf(x: Float[Array, "*shape"]) -> Float[Array, "*shape"]:
    return np.array([math.erf(value) for value in np.ravel(x)], dtype=x.dtype).reshape(np.shape(x))
