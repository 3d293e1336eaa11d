r"""Send a gradient back through a network and measure it after every layer: this is how one sees it vanish or explode.

Layer $l = 1, \dots, L$ computed $z_l = h_{l-1} W_l^\top + b_l$ and $h_l = f(z_l)$ for a batch of rows, where $h_0$ is the input
of the network and every layer has the same activation function $f$. The weights and the pre-activations $z_l$ were kept. Given
is $G_L = \partial C / \partial h_L$, called `grad_output`; wanted are the gradients by all $h_l$, each of which follows from the
next one:

$$G_{l-1} = \bigl(G_l \odot f'(z_l)\bigr)\, W_l$$

Of each take the length as one long vector, over all samples and units:

$$n_l = \sqrt{\textstyle\sum_{i,j} (G_l)_{ij}^2}$$

Return $n_0, n_1, \dots, n_L$ in this order, **from the input to the output**: one number more than there are layers. The last one
is the length of `grad_output` itself.

| `activation` | $f'(z)$ |
|---|---|
| `"identity"` | 1 |
| `"relu"` | 1 where $z > 0$, else 0 |
| `"tanh"` | $1 - \tanh^2 z$ |
| `"sigmoid"` | $\sigma(z)\,(1 - \sigma(z))$ |

Pre-activations are finite but may be large: at 1000 and at $-1000$ tanh and sigmoid are flat, with a slope of 0 and never NaN. An
error as small as the rounding of $f(z)$ does no harm. Squares of gradients fit into their dtype, which all arrays share and the
result has: float32 in, float32 out. Do not change the input.

Source: Bengio, Simard and Frasconi 1994, *Learning long-term dependencies with gradient descent is difficult*; Glorot and Bengio
2010, *Understanding the difficulty of training deep feedforward neural networks*, section 4.2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without PyTorch's autograd, by whatever name.
def backprop_norms(
    weights: list[Float[Array, "out in"]],
    pre_activations: list[Float[Array, "N out"]],
    grad_output: Float[Array, "N out_last"],
    activation: str,
) -> Float[Array, "layers+1"]:
    """Measure the gradient of the cost by the input and by the output of every layer.

    Parameters
    ----------
    weights : one matrix for each layer, from the first to the last; there is at least one.
    pre_activations : the weighted sums of each layer, before the activation function, with one row for each sample.
    grad_output : gradient of the cost by the activations of the last layer.
    activation : "identity", "relu", "tanh" or "sigmoid", for all layers.

    Returns
    -------
    The lengths of the gradients by the input and by each layer's activations, from the input to the output.

    Raises
    ------
    ValueError
        If `activation` is none of the four. The message names it: activation.

    Examples
    --------
    >>> weights = [np.array([[1.0, 2.0], [0.0, -1.0]]), np.array([[3.0, 4.0]])]
    >>> pre_activations = [np.array([[0.5, -0.2]]), np.array([[2.0]])]
    >>> backprop_norms(weights, pre_activations, np.array([[-2.0]]), "identity")
    array([ 7.21110255, 10.        ,  2.        ])
    >>> backprop_norms(weights, pre_activations, np.array([[-2.0]]), "tanh")
    array([0.35554359, 0.70650825, 2.        ])
    """
    raise NotImplementedError("write backprop_norms here")
