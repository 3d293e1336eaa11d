r"""Backpropagation through a whole multilayer perceptron, for any depth: one gradient comes in, all come out.

The forward pass was that of `mlp_forward`: with $a_0 = X$,

$$z_l = a_{l-1} W_l^\top + b_l, \qquad a_l = \phi_l(z_l), \qquad l = 1, \dots, L$$

where $\phi_l$ is `hidden` for all layers but the last and `out` for the last: `"relu"`, `"tanh"`, `"sigmoid"` or
`"identity"`. Its cache comes back: `cache["z"]` $= [z_1, \dots, z_L]$ and `cache["a"]` $= [a_1, \dots, a_L]$. From above comes
$\partial C / \partial a_L$, `grad_output`, for a cost $C$ that is one number for the whole batch. The gradient travels from
the last layer to the first:

$$\delta_l = \frac{\partial C}{\partial a_l} \odot \phi_l'(z_l), \qquad
\frac{\partial C}{\partial W_l} = \delta_l^\top a_{l-1}, \qquad
\frac{\partial C}{\partial b_l} = \sum_n (\delta_l)_n, \qquad
\frac{\partial C}{\partial a_{l-1}} = \delta_l W_l$$

The slope of a ReLU at exactly $z = 0$ counts as 0. Return $\partial C/\partial X$ and a list with a pair for each layer, in the
order of `params`, that is from the first layer to the last. Contributions of the samples are added up and not averaged. The
cache is to be used: nothing has to be run forward again.

All of it is computed with the weights **as they were in the forward pass**. Backpropagation changes no weight; a step is the
optimiser's business, and one that is taken on the way spoils the gradients of all layers below. The results are new arrays, of
the dtype that all arrays share.

Source: Rumelhart, Hinton and Williams 1986, *Learning representations by back-propagating errors*; Goodfellow, Bengio and
Courville 2016, *Deep Learning*, algorithm 6.4.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Multilayer perceptron, backward",
    difficulty=2,
    points=10,
    needs=("backpropagation/mlp_forward", "backpropagation/dense_backward", "activations/sigmoid_backward"),
    questions=("What is backpropagation, and what are its steps?",),
    hints=(
        "One variable travels again, this time from the output to the input, and each round has two steps: the activation, "
        "then the dense layer. The second step you have written already, in dense_backward. Walk through the layers "
        "backwards, and think about which entries of the cache belong to layer l and which to the one before it.",
        "The step through the activation multiplies, element by element, by the slope at the weighted sums of this layer. For "
        "tanh and the sigmoid you can write the slope with the activation that is in the cache; for a ReLU it is 1 where the "
        "weighted sum is above 0 and 0 elsewhere, in the dtype of the data; for identity it is 1 everywhere.",
        "What came into layer l is the activation of the layer before, and for the first layer the batch itself: put it in "
        "front of the list of activations, in a new list. Collect the pairs while you go backwards and turn it round in the "
        "end. What is left in the travelling variable after the first layer is the gradient by x. Do not multiply in place, or "
        "you change the gradient of the caller.",
    ),
    forbid=("autograd",),
    skip={
        "large_values": "A cache times ten thousand is not the cache of any forward pass.",
        "gradients_flow": "It computes gradients itself, and may well do so without autograd.",
    },
)


def mlp_backward(
    grad_output: Float[Array, "N O"],
    x: Float[Array, "N I"],
    params: list[tuple[Float[Array, "out in"], Float[Array, " out"]]],
    cache: dict[str, list[Float[Array, "N out"]]],
    hidden: str = "relu",
    out: str = "identity",
) -> tuple[Float[Array, "N I"], list[tuple[Float[Array, "out in"], Float[Array, " out"]]]]:
    """Compute the gradients of a multilayer perceptron by its input and by all its parameters.

    Parameters
    ----------
    grad_output : gradient of the cost by the output of the network.
    x : the batch of the forward pass.
    params : the pair (weight, bias) of each layer, as they were in the forward pass; at least one pair.
    cache : what `mlp_forward` kept: {"z": [z_1, ..., z_L], "a": [a_1, ..., a_L]}.
    hidden : activation of all layers but the last: "relu", "tanh", "sigmoid" or "identity".
    out : activation of the last layer, with the same choice.

    Returns
    -------
    The gradient of the cost by `x`, and a list of pairs (gradient by weight, gradient by bias) in the order of `params`.

    Examples
    --------
    >>> x = np.array([[1.0, 2.0], [3.0, -1.0]])
    >>> first = np.array([[1.0, -1.0], [2.0, 0.5], [-1.0, 0.0]]), np.array([0.5, -2.0, 1.0])
    >>> second = np.array([[-2.0, 3.0, 1.0]]), np.array([0.25])
    >>> z1 = np.array([[-0.5, 1.0, 0.0], [4.5, 3.5, -2.0]])
    >>> a1 = np.array([[0.0, 1.0, 0.0], [4.5, 3.5, 0.0]])
    >>> y = np.array([[3.25], [1.75]])
    >>> dx, gradients = mlp_backward(np.array([[1.0], [2.0]]), x, [first, second], {"z": [z1, y], "a": [a1, y]})
    >>> dx
    array([[6. , 1.5],
           [8. , 7. ]])
    >>> gradients[0][0]
    array([[-12.,   4.],
           [ 21.,   0.],
           [  0.,   0.]])
    >>> gradients[0][1]
    array([-4.,  9.,  0.])
    >>> gradients[1][0]
    array([[9., 8., 0.]])
    """
    inputs = [x, *cache["a"]]
    grad, gradients = grad_output, []
    for number in reversed(range(len(params))):
        name = out if number == len(params) - 1 else hidden
        delta = grad * _slope(name, cache["z"][number], cache["a"][number])
        gradients.append((delta.T @ inputs[number], np.sum(delta, axis=0)))
        grad = delta @ params[number][0]
    return grad, gradients[::-1]


def _slope(name: str, z: Float[Array, "..."], a: Float[Array, "..."]) -> Float[Array, "..."]:
    """The derivative of an activation, from its weighted sum z and its value a."""
    if name == "relu":
        return z > 0  # true counts as 1
    return {"tanh": 1 - a * a, "sigmoid": a * (1 - a), "identity": np.ones_like(a)}[name]
