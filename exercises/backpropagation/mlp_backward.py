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

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without PyTorch's autograd, by whatever name.
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
    raise NotImplementedError("write mlp_backward here")
