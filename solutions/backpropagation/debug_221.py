r"""A bug hunt: somebody derived all nine gradients of the 2-2-1 network, and some are wrong.  Which?

On a page that many have copied, the network of `forward_221` is solved in full: two inputs, two hidden neurons, one output,
sigmoids, and the cost $C = \tfrac12 (\hat y - y)^2$. Nine formulas look alike, seven are right, and a reader who checks the first
two believes the rest. Do not believe. Write the function that finds the culprits from the **numbers**, whoever made them: this
author, a friend who drops a factor, or a test that changes a single entry.

`printed` holds the nine values as they came out of somebody's formulas for this `x`, `y` and `params`. It is a dict with the
keys and shapes of `params`: `weight1` (2, 2) as (out, in), `bias1` (2,), `weight2` (2,) and the number `bias2`. Return the names
of the wrong entries, as they stand here, in this order:

```
weight1[0,0]  weight1[0,1]  weight1[1,0]  weight1[1,1]  bias1[0]  bias1[1]  weight2[0]  weight2[1]  bias2
```

With $p$ the printed value and $g$ the true derivative of the cost, an entry is right if three digits are,

$$|p - g| \le 10^{-3}\, |g|$$

and wrong otherwise. There is no absolute tolerance: near saturation true gradients are as small as $10^{-9}$, and 0 is no good
answer for them. Where the true gradient is exactly 0, as behind an input that is 0, only 0 is right. The sign counts. A NaN is
wrong. An entry that is right by luck is right: with equal slopes the path through the wrong neuron gives the true number.

All arrays share one dtype, and no input is changed. The result is a list of strings, empty where all nine are right.

Source: Rumelhart, Hinton and Williams 1986, *Learning representations by back-propagating errors*, for the truth.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Bug hunt: nine gradients, some of them wrong",
    difficulty=2,
    points=10,
    needs=("backpropagation/backward_221", "backpropagation/grad_check"),
    questions=(
        "Derive the gradients of a 2-2-1 network of sigmoids on the whiteboard.",
        "How do you check that a backward pass is right?",
    ),
    hints=(
        "You need the truth before you can accuse anybody. You derived these nine gradients in backward_221: compute them again, "
        "or measure them by moving one parameter at a time in float64. Then hold the two sets of nine numbers side by "
        "side, one pair after another. No formula on paper has to be read.",
        "Measured gradients lose digits where the true one is tiny, so derived ones are the safer choice. Compare each pair by "
        "itself, with a tolerance that is a share of this very gradient. The ready-made comparisons of libraries add an absolute "
        "tolerance unless you switch it off, and that lets a zero pass for a small number.",
        "Ask whether an entry is right, and accuse it if not: for a NaN the error is neither small nor large, "
        "and both questions are answered by no. Where the truth is 0, at most lets an exact 0 pass and nothing else. Walk "
        "through the rows of weight1, then the columns, then the other parameters, and build the names as you go.",
    ),
    forbid=("autograd",),
    skip={
        "large_values": "Printed gradients times ten thousand are wrong, whatever they were before.",
        "gradients_flow": "The result is a list of names.",
        "independent": "No library has an opinion about somebody's printed gradients.",
    },
)


def debug_221(
    x: Float[Array, " 2"],
    y: float,
    params: dict[str, Float[Array, "..."] | float],
    printed: dict[str, Float[Array, "..."] | float],
) -> list[str]:
    """Name the wrong ones among the gradients that somebody computed for a 2-2-1 network.

    Parameters
    ----------
    x : the two inputs.
    y : the target, a number.
    params : "weight1" of shape (2, 2) as (out, in), "bias1" (2,), "weight2" (2,) and "bias2", a number.
    printed : the nine values that are under suspicion, with the keys and shapes of `params`.

    Returns
    -------
    The names of the wrong entries, such as "weight1[0,1]", "bias1[1]" or "bias2", in the order given above.

    Examples
    --------
    >>> x = np.array([2.0, -1.0])
    >>> params = {
    ...     "weight1": np.array([[0.5, 0.1], [-0.3, 0.8]]),
    ...     "bias1": np.array([0.2, -0.4]),
    ...     "weight2": np.array([0.7, -1.2]),
    ...     "bias2": 0.3,
    ... }
    >>> printed = {
    ...     "weight1": np.array([[-0.0201774, 0.0403549], [0.0224722, 0.0112361]]),
    ...     "bias1": np.array([-0.0100887, 0.0112361]),
    ...     "weight2": np.array([-0.0577099, -0.0173]),
    ...     "bias2": -0.0769198,
    ... }
    >>> debug_221(x, 1.0, params, printed)
    ['weight1[0,1]', 'weight1[1,1]', 'weight2[1]']
    """
    truth = _gradients(x, y, params)
    wrong = []
    for name in ("weight1", "bias1", "weight2", "bias2"):
        # equivalent: printed[name] - truth[name] => truth[name] - printed[name], because the absolute value is the same.
        error = np.abs(printed[name] - truth[name])
        for index in np.argwhere(~(error <= 1e-3 * np.abs(truth[name]))).tolist():  # `>` would be false for NaN
            wrong.append(f"{name}[{','.join(map(str, index))}]" if index else name)
    return wrong


def _gradients(x: Float[Array, " 2"], y: float, params: dict[str, Float[Array, "..."] | float]) -> dict[str, Array]:
    a1 = _sigmoid(params["weight1"] @ x + params["bias1"])
    y_hat = _sigmoid(np.sum(params["weight2"] * a1) + params["bias2"])
    delta2 = (y_hat - y) * y_hat * (1 - y_hat)
    delta1 = delta2 * params["weight2"] * a1 * (1 - a1)
    return {"weight1": np.outer(delta1, x), "bias1": delta1, "weight2": delta2 * a1, "bias2": delta2}


def _sigmoid(z: Float[Array, "..."]) -> Float[Array, "..."]:
    # Neither exponential is ever taken of a positive number, so neither overflows.
    return np.exp(np.minimum(z, 0)) / (1 + np.exp(-np.abs(z)))
