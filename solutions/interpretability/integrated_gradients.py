r"""Divide the credit for a score among the inputs, so that nothing is lost: gradients, averaged on the way from a baseline.

Where a network is sure, its gradient is almost zero, and a saliency map says that nothing matters. The remedy is to start from
a baseline $b$ that carries no information, a black image say, to walk straight to the input $x$, and to collect gradients on
the way:

$$a_i = (x_i - b_i) \int_0^1 \frac{\partial f}{\partial x_i}\big(b + \alpha\,(x - b)\big)\, d\alpha$$

By the fundamental theorem of calculus the attributions add up to what is to be explained, $\sum_i a_i = f(x) - f(b)$; this is
called completeness. Compute the integral with the **midpoint rule**: the way is divided into $m$ = `n_steps` equal parts, and
each is represented by its middle,

$$a_i \approx (x_i - b_i)\, \frac{1}{m} \sum_{k=1}^{m} \frac{\partial f}{\partial x_i}\Big(b + \frac{k - 1/2}{m}\,(x - b)\Big)$$

which is exact for a quadratic $f$ with a single step. Attributions keep their sign.

`grad_f` takes one input of the shape of `x` and returns the gradient of the score there, a new array of the same shape and
dtype; it neither changes nor keeps its argument. `x` and `baseline` have the same shape, which may be any, and the same dtype,
and so has the result. Return a new array; do not change the inputs.

Source: Sundararajan, Taly and Yan 2017, *Axiomatic attribution for deep networks*, section 3; the paper approximates the
integral with the right ends of the parts, which needs more steps.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from collections.abc import Callable

    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Integrated gradients",
    difficulty=2,
    points=10,
    needs=("interpretability/saliency", "backpropagation/numerical_gradient"),
    questions=(
        "Why are deep learning models called black boxes?",
        "How do you find out which inputs a network's decision depends on?",
    ),
    hints=(
        "Think of the way from the baseline to the input as a number between zero and one. For each such number there is a "
        "point on the way, an array as large as the input. Asking for the gradient at a few of these points and averaging is "
        "all.",
        "Divide the way into four parts with a pencil, and mark the middle of each: one eighth, three eighths and so on. None "
        "of the marks lies on an end. Write down what number of eighths belongs to part k, with k counted from zero, and then "
        "with m parts in place of four.",
        "After the loop you have a sum of gradients. Two factors are missing: one over the number of steps, and, element by "
        "element, the way that each input went, which is the difference of input and baseline and not the input itself. Check "
        "with a linear score: there the result must be its weights times this difference, whatever the number of steps.",
    ),
    skip={
        "gradients_flow": "grad_f is a black box: its gradients come without a graph.",
        "independent": "Neither PyTorch nor SciPy attributes scores to inputs.",
    },
)


def integrated_gradients(
    grad_f: Callable[[Float[Array, "*shape"]], Float[Array, "*shape"]],
    x: Float[Array, "*shape"],
    baseline: Float[Array, "*shape"],
    n_steps: int = 50,
) -> Float[Array, "*shape"]:
    """Attribute the difference of the scores of an input and a baseline to the single inputs.

    Parameters
    ----------
    grad_f : takes an input and returns the gradient of the score by it.
    x : the input to explain.
    baseline : an input without information, where the way begins.
    n_steps : number of gradients to average, at least 1.

    Returns
    -------
    The attributions, in the shape and dtype of `x`.

    Raises
    ------
    ValueError
        If `n_steps` is below 1. The message contains n_steps.

    Examples
    --------
    >>> def grad_f(v):  # of f(v) = v[0] ** 3 + 2 * v[1] * v[2]
    ...     return np.array([3 * v[0] ** 2, 2 * v[2], 2 * v[1]])
    >>> x, baseline = np.array([2.0, 3.0, -1.0]), np.array([0.0, 1.0, 1.0])
    >>> integrated_gradients(grad_f, x, baseline, 2)
    array([ 7.5,  0. , -8. ])
    >>> np.round(integrated_gradients(grad_f, x, baseline), 3)
    array([ 7.999,  0.   , -8.   ])
    """
    if n_steps < 1:
        raise ValueError(f"n_steps must be at least 1, got {n_steps}")
    way = x - baseline
    total = np.zeros_like(x)
    for k in range(n_steps):
        total = total + grad_f(baseline + (k + 0.5) / n_steps * way)
    return way * total / n_steps
