r"""A multilayer perceptron, forward: dense layer, activation, dense layer, activation, and everything is kept for the way back.

`params` is a list of pairs `(weight, bias)`, one for each of the $L$ layers, with `weight` as (out, in) and `bias` as (out,).
With $a_0 = X$, a batch with one sample in each row, layer $l$ computes

$$z_l = a_{l-1} W_l^\top + b_l, \qquad a_l = \phi_l(z_l), \qquad l = 1, \dots, L$$

and the output of the network is $y = a_L$. A neuron multiplies inputs by weights, adds up, adds its own bias, and only then
comes the activation $\phi_l$, element by element: `hidden` in all layers but the last, `out` in the last. Each is one of

| name | $\phi(z)$ |
| --- | --- |
| `"relu"` | $\max(0, z)$ |
| `"tanh"` | $\tanh z$ |
| `"sigmoid"` | $1 / (1 + e^{-z})$ |
| `"identity"` | $z$ |

By default the output is linear: a regressor has to be able to say $-3$. With a single pair there is no hidden layer, and by
default the network is an affine map. Where $|z|$ is very large, 1000 say, a sigmoid is 0 or 1 and never NaN.

The cache is what the backward pass will ask for: a dict with two lists of $L$ arrays each, `cache["z"]` with the weighted
sums $z_1, \dots, z_L$ and `cache["a"]` with the activations $a_1, \dots, a_L$. The input is not among them, and the last entry
of `cache["a"]` has the values of $y$ (it may be the same array). All arrays share one dtype, the results included, and the
inputs are not changed.

Source: Rumelhart, Hinton and Williams 1986, *Learning representations by back-propagating errors*.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Multilayer perceptron, forward",
    difficulty=1,
    points=5,
    needs=("backpropagation/forward_221", "activations/relu", "activations/sigmoid"),
    questions=(
        "What is a multilayer perceptron?",
        "What is the difference between a single-layer and a multilayer perceptron?",
        "What is a neural network, and which layers does it have?",
    ),
    hints=(
        "It is one loop over the layers with one variable that travels: it begins as the batch of inputs, and at the end of each "
        "round it holds the activations of that layer. Inside the loop are two lines, the weighted sums and the activation, and "
        "each of the two results goes into its list.",
        "The weight is stored with a row for each neuron, and the batch has a row for each sample, so the weight is turned "
        "over for the product; the bias then fits the last axis by itself. Which activation is due depends only on whether this "
        "is the last layer. A dict from names to functions saves you four ifs.",
        "Check both names before the loop, since a wrong one must be found even where it would not be used. Do not apply an "
        "activation in place: the weighted sums are in the cache already, and would change behind its back. For the sigmoid use "
        "a form in which no exponential of a large positive number occurs; PyTorch has one ready.",
    ),
    forbid=("torch.nn.Linear", "torch.nn.functional.linear", "torch.nn.Sequential"),
)


def mlp_forward(
    x: Float[Array, "N I"],
    params: list[tuple[Float[Array, "out in"], Float[Array, " out"]]],
    hidden: str = "relu",
    out: str = "identity",
) -> tuple[Float[Array, "N O"], dict[str, list[Float[Array, "N out"]]]]:
    """Run a batch through a multilayer perceptron and keep what the backward pass needs.

    Parameters
    ----------
    x : the batch, one sample in each row.
    params : a pair (weight, bias) for each layer, from the input to the output; at least one pair.
    hidden : activation of all layers but the last: "relu", "tanh", "sigmoid" or "identity".
    out : activation of the last layer, with the same choice.

    Returns
    -------
    The output of the network, and the cache {"z": [z_1, ..., z_L], "a": [a_1, ..., a_L]}.

    Raises
    ------
    ValueError
        If `hidden` or `out` is none of the four names, also where there is no hidden layer. The message names the argument.

    Examples
    --------
    >>> x = np.array([[1.0, 2.0], [3.0, -1.0]])
    >>> first = np.array([[1.0, -1.0], [2.0, 0.5], [-1.0, 0.0]]), np.array([0.5, -2.0, 1.0])
    >>> second = np.array([[-2.0, 3.0, 1.0]]), np.array([0.25])
    >>> y, cache = mlp_forward(x, [first, second])
    >>> y
    array([[ 3.25],
           [ 1.75]])
    >>> cache["z"][0]
    array([[-0.5,  1. ,  0. ],
           [ 4.5,  3.5, -2. ]])
    >>> cache["a"][0]
    array([[0. , 1. , 0. ],
           [4.5, 3.5, 0. ]])
    """
    for argument, name in {"hidden": hidden, "out": out}.items():
        if name not in ACTIVATIONS:
            raise ValueError(f"{argument} must be one of {', '.join(ACTIVATIONS)}, got {name}")
    cache: dict[str, list[Array]] = {"z": [], "a": []}
    a = x
    for number, (weight, bias) in enumerate(params, start=1):
        z = a @ weight.T + bias
        a = ACTIVATIONS[out if number == len(params) else hidden](z)
        cache["z"].append(z)
        cache["a"].append(a)
    return a, cache


def _sigmoid(z: Float[Array, "..."]) -> Float[Array, "..."]:
    # Neither exponential is ever taken of a positive number, so neither overflows.
    return np.exp(np.minimum(z, 0)) / (1 + np.exp(-np.abs(z)))


ACTIVATIONS = {"relu": lambda z: np.maximum(z, 0), "tanh": np.tanh, "sigmoid": _sigmoid, "identity": lambda z: z}
