r"""What does depth buy?  Ask a linear classifier after every layer, and watch a problem become easy.

Deep learning is not a matter of much data or of many layers as such: it *learns representations*, each from the one before. A
linear probe shows it. Let $h_0 = X$, one sample in each row, and for each hidden layer of a given network

$$h_l = \phi\left(h_{l-1} W_l^\top + b_l\right), \qquad l = 1, \dots, L$$

with `weight` as (out, in) and $\phi$ named by `hidden`: `"relu"`, `"tanh"` or `"identity"`. `params` holds the pairs
`(weight, bias)` of these layers; the output layer of the network is not among them and plays no part.

After each $l$, the input $h_0$ included, fit a probe of its own: weights $v$ and a constant $c$ that make this sum smallest:

$$\min_{v,\,c}\; \sum_n \left(h_{l,n} \cdot v + c - t_n\right)^2, \qquad t_n = 2 y_n - 1$$

The labels $y_n$ are 0 or 1, so that targets are $-1$ and $+1$. There is no penalty on $v$. Where features depend on each other
many solutions exist, but their scores $s_n = h_{l,n} \cdot v + c$ are the same. The probe says 1 where $s_n > 0.001$ and 0
otherwise: a score of 0 is a draw, and rounding shall not decide it. Its accuracy is the share of samples, the same that it was
fitted to, about which it is right.

Return a list of $L + 1$ numbers, Python's or without axes: the accuracy on the input, then on each hidden layer. No input is
changed.

Source: Alain and Bengio 2016, *Understanding intermediate layers using linear classifier probes*; LeCun, Bengio and Hinton 2015,
*Deep learning*.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float, Int
    from numpy import ndarray as Array

ABOUT = About(
    title="A linear probe after every layer",
    difficulty=2,
    points=10,
    needs=("backpropagation/mlp_forward",),
    questions=("What is deep learning, and how old is it?",),
    hints=(
        "Write the probe first, as a function of its own: it gets a table of features, a row for each sample, and the labels, "
        "and returns one accuracy. Then all that is left is a loop over the layers that calls it for the input and after each "
        "layer. Nothing is trained by steps here: least squares has a solution in closed form.",
        "The constant is a weight like any other if each sample has one more feature that is always 1: add such a column. The "
        "library solves the rest. Mind that in a wide layer, or behind a ReLU that is silent for all samples, features depend on "
        "each other: solve with a method that copes with that, not by inverting a matrix of products.",
        "NumPy has lstsq, which returns several things, the solution first. For PyTorch, its own lstsq wants independent columns "
        "unless you choose another driver, while the pseudoinverse always works. Features times solution are the "
        "scores, compare with the threshold, compare the outcome with the labels, and take the mean. Labels are whole numbers: "
        "give the targets the dtype of the features.",
    ),
    skip={
        "large_values": "Features of a hundred million beside the constant 1 leave no digits for the fit.",
        "gradients_flow": "Accuracies are counts, whose derivative is zero wherever there is one.",
    },
)


def linear_probe_by_layer(
    x: Float[Array, "N D"],
    y: Int[Array, " N"],
    params: list[tuple[Float[Array, "out in"], Float[Array, " out"]]],
    hidden: str = "tanh",
) -> list[float]:
    """Measure how well a linear classifier does on the input of a network and on each of its hidden layers.

    Parameters
    ----------
    x : the samples, one in each row.
    y : their labels, 0 or 1.
    params : the pair (weight, bias) of each hidden layer, from the input on; the list may be empty.
    hidden : activation of the hidden layers: "relu", "tanh" or "identity".

    Returns
    -------
    The accuracy of a least-squares probe on the input and on the output of each hidden layer.

    Raises
    ------
    ValueError
        If `hidden` is none of the three names. The message names the argument: hidden.

    Examples
    --------
    >>> x, y = np.array([[-2.0], [-1.0], [0.5], [1.0], [3.0]]), np.array([0, 1, 1, 1, 0])
    >>> first = np.array([[1.0], [-1.0]]), np.array([-0.5, 0.5])
    >>> second = np.array([[1.0, 2.0], [2.0, 0.0]]), np.array([0.5, -1.0])
    >>> [float(accuracy) for accuracy in linear_probe_by_layer(x, y, [first, second], "relu")]
    [0.6, 1.0, 1.0]
    >>> x, y = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]]), np.array([0, 1, 1, 0])
    >>> layer = np.array([[1.0, 1.0], [1.0, 1.0]]), np.array([0.0, -1.0])
    >>> [float(accuracy) for accuracy in linear_probe_by_layer(x, y, [layer], "relu")]
    [0.5, 1.0]
    """
    if hidden not in ACTIVATIONS:
        raise ValueError(f"hidden must be one of {', '.join(ACTIVATIONS)}, got {hidden}")
    features = [x]
    for weight, bias in params:
        features.append(ACTIVATIONS[hidden](features[-1] @ weight.T + bias))
    return [_accuracy(h, y) for h in features]


def _accuracy(h: Float[Array, "N F"], y: Int[Array, " N"]) -> float:
    """The accuracy of a linear classifier that is fitted to these features by least squares."""
    targets = 2 * y - 1
    # equivalent: h - np.mean(h, axis=0) => np.mean(h, axis=0) - h, because the weights change their signs, too.
    centred = h - np.mean(h, axis=0)  # at right angles to a constant, which is then the mean target
    scores = centred @ np.linalg.lstsq(centred, targets)[0] + np.mean(targets)
    # equivalent: > => >=, because a score that is exactly the threshold is a matter of rounding.
    return np.mean((scores > 0.001) == y)


ACTIVATIONS = {"relu": lambda z: np.maximum(z, 0), "tanh": np.tanh, "identity": lambda z: z}
