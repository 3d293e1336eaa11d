r"""The hyperbolic tangent is a sigmoid in disguise: stretched to twice the height, and centred at zero.

$$\tanh(x) = \frac{e^x - e^{-x}}{e^x + e^{-x}} = 2\,\sigma(2x) - 1, \qquad \sigma(x) = \frac{1}{1 + e^{-x}}$$

It works element by element, on an array of any shape, down to a single number with no axis at all. Where the sigmoid gives
numbers from 0 to 1, tanh gives numbers from -1 to 1, negative for negative $x$: hidden units with a mean near zero, and a slope
at the origin of 1 in place of 1/4. Both make the layer above easier to train.

Compute it from exponentials, or from the sigmoid that you have already; the ready-made tanh would be no exercise. Your function
is right for **every** $x$:

- $\tanh(1000) = 1$ and $\tanh(-1000) = -1$, and the same at $+\infty$ and $-\infty$; NaN does not occur;
- nowhere else is it cut off: $\tanh(8)$ is $1 - 2.25\cdot 10^{-7}$.

An error as small as the rounding of 1 is fine everywhere, also near zero, where it is large compared with the result. An
overflow on the way is allowed where the result is right.

The result has the dtype of `x`: float32 in, float32 out. Return a new array; do not change the input.

Source: LeCun, Bottou, Orr and Müller 1998, *Efficient BackProp*, section 4.4.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Tanh, from a sigmoid",
    difficulty=1,
    points=5,
    needs=("activations/sigmoid",),
    questions=(
        "What is the tanh function?",
        "Why is tanh preferred to the sigmoid in hidden layers?",
    ),
    hints=(
        "Sketch both curves. Each has the shape of an S; they differ in how high it is, where its middle lies and how steep it "
        "is there. So three things have to be done to a sigmoid, and one of them happens before it is applied. Check your "
        "sketch at 0, where tanh is 0, and far out on both sides.",
        "Multiply numerator and denominator of the fraction with four exponentials by the exponential of minus x: what is left "
        "depends on twice x only. That is where one of the twos comes from. A good test is the logarithm of 2, where tanh is "
        "0.6 exactly; with the inner factor forgotten you get a third.",
        "Compute the sigmoid at twice the input, in the form that never overflows: exponentials of negative numbers only, over "
        "one plus the exponential of minus the absolute value. Its results lie between 0 and 1; stretch them to an interval of "
        "length 2 and move the middle to zero. Products with plain numbers keep the dtype and make new arrays.",
    ),
    dtypes=("float16", "bfloat16"),
    forbid=("torch.tanh", "torch.nn.functional.tanh", "torch.nn.Tanh", "torch.sinh"),
)


def tanh_from_sigmoid(x: Float[Array, "*shape"]) -> Float[Array, "*shape"]:
    """Compute the hyperbolic tangent of every element of `x`.

    Parameters
    ----------
    x : real numbers, in an array of any shape; plus and minus infinity are allowed, NaN does not occur.

    Returns
    -------
    The hyperbolic tangents, in the shape and dtype of `x`.

    Examples
    --------
    >>> tanh_from_sigmoid(np.array([[-2.0, 0.0, 0.5], [1.0, -1000.0, 1000.0]]))
    array([[-0.96402758,  0.        ,  0.46211716],
           [ 0.76159416, -1.        ,  1.        ]])
    """
    z = 2 * x
    sigmoid = np.exp(np.minimum(z, 0)) / (1 + np.exp(-np.abs(z)))  # neither exponential overflows
    return 2 * sigmoid - 1
