r"""The logarithm of a sigmoid is the log-probability of a yes: what the loss of a binary classifier is made of.

$$\log \sigma(x) = \log \frac{1}{1 + e^{-x}} = -\log\left(1 + e^{-x}\right)$$

$\log$ is the natural logarithm. It works element by element, on an array of any shape, down to a single number with no axis at
all. The log-probability of a no is the same function at $-x$, so this one function serves for both.

On paper the formula is finished. In floating point it fails on both sides, and keeping it right for **every** $x$ is the
exercise:

- far to the left it is a straight line: $\log\sigma(-1000) = -1000$, where $\sigma(-1000)$ rounds to 0, whose logarithm is
  $-\infty$;
- far to the right it is small and not zero: $\log\sigma(40) = -4.25\cdot 10^{-18}$, and all its digits count. Only below the
  smallest normal number, some $10^{-308}$ in float64, digits no longer matter, and zero is right, too;
- at $-\infty$ it is $-\infty$, at $+\infty$ it is 0; NaN does not occur.

An overflow on the way is allowed where the result is right. The result has the dtype of `x`: float32 in, float32 out. Return a
new array; do not change the input.

Source: Mächler 2012, *Accurately computing log(1 - exp(-|a|))*; Goodfellow, Bengio and Courville 2016, *Deep
Learning*, sections 3.10 and 6.2.2.2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Logarithm of the sigmoid",
    difficulty=2,
    points=10,
    needs=("activations/sigmoid",),
    questions=(
        "What does the sigmoid function do, and where is it used?",
        "Why compute log-sigmoid in one step and not as the logarithm of the sigmoid?",
    ),
    hints=(
        "Write down the formula and try it at -1000, 0, 40 and 1000. Three things can go wrong: an exponential overflows, "
        "the logarithm meets a probability that was rounded to zero, or a small number vanishes when 1 is added to it. Which "
        "one happens where? They need different remedies.",
        "Left of zero, multiply numerator and denominator of the sigmoid by the exponential of x, and only then take the "
        "logarithm: x itself appears, and a term is left in which the exponential has a negative argument. Right of zero the "
        "form of the statement has that property already. The term that is left is the same on both sides.",
        "So the result has two parts. One is x on the left and zero on the right, which is the smaller of x and zero. From it "
        "you subtract the logarithm of one plus the exponential of minus the absolute value of x. That exponential may be far "
        "below the rounding of 1, so do not add 1 by hand: your library has a logarithm that takes what is above 1 as its "
        "argument.",
    ),
    dtypes=("float16", "bfloat16"),
    forbid=(
        "torch.nn.functional.logsigmoid",
        "torch.nn.LogSigmoid",
        "torch.nn.functional.softplus",
        "torch.nn.Softplus",
        "torch.logaddexp",
        "scipy.special.log_expit",
    ),
)


def log_sigmoid(x: Float[Array, "*shape"]) -> Float[Array, "*shape"]:
    """Compute the logarithm of the sigmoid of every element of `x`.

    Parameters
    ----------
    x : real numbers, in an array of any shape; plus and minus infinity are allowed, NaN does not occur.

    Returns
    -------
    The logarithms, none of them positive, in the shape and dtype of `x`.

    Examples
    --------
    >>> log_sigmoid(np.array([[-2.0, 0.0, 1.0], [3.0, -0.5, -1000.0]]))
    array([[-2.12692801e+00, -6.93147181e-01, -3.13261688e-01],
           [-4.85873516e-02, -9.74076984e-01, -1.00000000e+03]])
    >>> log_sigmoid(np.array([30.0, 1000.0]))
    array([-9.35762297e-14,  0.00000000e+00])
    """
    return np.minimum(x, 0) - np.log1p(np.exp(-np.abs(x)))  # the exponential never overflows, and log1p keeps small ones
