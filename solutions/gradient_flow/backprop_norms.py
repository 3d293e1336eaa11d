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

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Gradient norms, layer by layer",
    difficulty=2,
    points=10,
    needs=("activations/sigmoid_backward", "gradient_flow/clip_by_global_norm"),
    questions=(
        "What does it mean that gradients explode or vanish?",
        "What goes wrong when recurrent networks are trained?",
        "What has initialisation to do with vanishing and exploding gradients?",
        "How do you notice it?",
    ),
    hints=(
        "Start at the end: the last number needs no network at all. Then do a single step from one layer to the one before it, "
        "and write the shapes beside every array. The gradient of a layer has one row for each sample and one column for each "
        "unit, and so has the slope.",
        "The slope belongs to the pre-activations of the layer that you come from, and it is applied before the weights are. "
        "The weights have one row for each output unit, so the gradient, with the samples as its rows, meets them as they are, "
        "without a transpose. Keep the gradient itself for the next step and only note down its length.",
        "Walk over weights and pre-activations backwards, together. Collect the lengths in a list, the output's first, and turn "
        "the list round in the end. For the sigmoid, a form with the exponential of minus the absolute value is safe on both "
        "sides, since its slope is symmetric. Build the result from numbers of the dtype of the gradients.",
    ),
    forbid=("autograd",),
    skip={"gradients_flow": "It computes gradients itself, and may well do so without autograd."},
)


def slope_of_the_sigmoid(z: Float[Array, "*shape"]) -> Float[Array, "*shape"]:
    """The slope is the same on both sides of zero, so an exponential that cannot overflow will do."""
    decay = np.exp(-np.abs(z))
    # equivalent: decay / (1 + decay) ** 2 => -(decay / (1 + decay) ** 2), because a length knows no sign.
    return decay / (1 + decay) ** 2


SLOPES = {
    "identity": np.ones_like,
    "relu": lambda z: z > 0,
    "tanh": lambda z: 4 * slope_of_the_sigmoid(2 * z),  # tanh(z) = 2 sigmoid(2 z) - 1
    "sigmoid": slope_of_the_sigmoid,
}


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
    if activation not in SLOPES:
        raise ValueError(f"activation must be one of {', '.join(SLOPES)}, got {activation!r}")
    grad, norms = grad_output, [np.sqrt(np.sum(grad_output * grad_output))]
    for layer in reversed(range(len(weights))):
        grad = (grad * SLOPES[activation](pre_activations[layer])) @ weights[layer]
        norms.append(np.sqrt(np.sum(grad * grad)))
    return np.array(norms[::-1])
