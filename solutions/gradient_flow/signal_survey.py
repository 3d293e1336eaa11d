r"""How strong are signal and gradient in every layer of a network that has not been trained yet? It depends on a good match of
activation function and initialisation.

Given are $L$ matrices of standard normal numbers $N_l$, one for each layer, of the shape (out, in). The scheme scales them, each
by its own numbers of inputs and outputs, $n_\text{in}$ and $n_\text{out}$, so that the weights have the standard deviation

| `scheme` | standard deviation of $W_l$ |
|---|---|
| `"xavier"` | $\sqrt{2 / (n_\text{in} + n_\text{out})}$ |
| `"he"` | $\sqrt{2 / n_\text{in}}$ |

There are no biases. **Forward**, $h_0$ is the input `x` with one row for each sample, and $h_l = f(h_{l-1} W_l^\top)$, with the
same activation function `"sigmoid"`, `"tanh"` or `"relu"` in every layer, the last one too. **Backward**, $G_L$ is `grad_output`,
the gradient by $h_L$, and

$$G_{l-1} = \bigl(G_l \odot f'(z_l)\bigr) W_l, \qquad z_l = h_{l-1} W_l^\top$$

where the slope of ReLU at exactly 0 is 0. The strength of an array is its root mean square, over all samples and units:

$$\text{rms}(A) = \sqrt{\text{mean of all } A_{ij}^2}$$

It is not the standard deviation: no mean is subtracted. Return a dict with two arrays of $L + 1$ numbers, both ordered from the
input to the output: `"forward"` with the strengths of $h_0, \dots, h_L$, and `"backward"` with those of $G_0, \dots, G_L$.

Where $z$ is large, the sigmoid and tanh are flat and the slope is 0, never NaN; an error as small as the rounding of $f(z)$ does
no harm. Squares fit into the dtype, which all arrays share and the results have: float32 in, float32 out. Do not change the
input.

Source: Glorot and Bengio 2010, *Understanding the difficulty of training deep feedforward neural networks*, section 4.2; He,
Zhang, Ren and Sun 2015, *Delving deep into rectifiers*, section 2.2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Signal and gradient in an untrained network",
    difficulty=2,
    points=10,
    needs=("gradient_flow/backprop_norms", "activations/relu", "activations/sigmoid"),
    questions=(
        "How do you deal with vanishing gradients?",
        "What has initialisation to do with vanishing and exploding gradients?",
    ),
    hints=(
        "It is one pass forward and one pass backward, and each leaves a list of numbers behind. Decide what the backward pass "
        "will need, and keep it on the way forward: all scaled weights, and of each layer something from which its slope can be "
        "computed.",
        "The slopes of all three functions can be written with the activations alone: y times 1 minus y for the sigmoid, 1 minus "
        "the square of y for tanh, and for ReLU whether y is positive. Scale each matrix by a plain number, made of the lengths "
        "of its own two axes: outputs come first.",
        "Start the first list with the strength of the input and the second one with that of grad_output. The second one grows "
        "from the output to the input, so turn it round in the end. For the sigmoid choose a form whose exponential cannot "
        "overflow. Check both words before any work is done.",
    ),
    forbid=("autograd",),
    skip={"gradients_flow": "It computes gradients itself, and may well do so without autograd."},
)

FUNCTIONS = {
    "sigmoid": lambda z: np.exp(np.minimum(z, 0)) / (1 + np.exp(-np.abs(z))),  # no exponential overflows
    "tanh": np.tanh,
    "relu": lambda z: np.maximum(z, 0),
}
# equivalent: y * (1 - y) => y * (y - 1), because a strength knows no sign.
# equivalent: 1 - y * y => (y * y) - 1, because a strength knows no sign.
SLOPES = {"sigmoid": lambda y: y * (1 - y), "tanh": lambda y: 1 - y * y, "relu": lambda y: y > 0}  # by the activation y
VARIANCES = {"xavier": lambda n_out, n_in: 2 / (n_in + n_out), "he": lambda _, n_in: 2 / n_in}


def signal_survey(
    x: Float[Array, "N in_first"],
    normals: list[Float[Array, "out in"]],
    grad_output: Float[Array, "N out_last"],
    activation: str,
    scheme: str,
) -> dict[str, Float[Array, "layers+1"]]:
    """Measure activations and gradients of every layer at initialisation.

    Parameters
    ----------
    x : input of the network, one row for each sample.
    normals : standard normal numbers, one matrix for each layer, from the first to the last.
    grad_output : gradient of the cost by the activations of the last layer.
    activation : "sigmoid", "tanh" or "relu", for all layers.
    scheme : "xavier" or "he".

    Returns
    -------
    The root mean squares of the activations, "forward", and of the gradients by them, "backward".

    Raises
    ------
    ValueError
        If `activation` or `scheme` is none of these words. The message names the argument: activation or scheme.

    Examples
    --------
    >>> x, grad_output = np.array([[1.0, -7.0]]), np.array([[2.0]])
    >>> normals = [np.array([[1.0, -0.5], [3.0, 0.25]]), np.array([[1.0, -0.5]])]
    >>> survey = signal_survey(x, normals, grad_output, "relu", "he")
    >>> survey["forward"]
    array([5.       , 3.3024612, 3.875    ])
    >>> survey["backward"]
    array([1.13192314, 1.58113883, 2.        ])
    >>> survey = signal_survey(x, normals, grad_output, "tanh", "xavier")
    >>> survey["forward"]
    array([5.        , 0.86455385, 0.48116717])
    >>> survey["backward"]
    array([0.46644342, 0.99210103, 2.        ])
    """
    if activation not in FUNCTIONS:
        raise ValueError(f"activation must be one of {', '.join(FUNCTIONS)}, got {activation!r}")
    if scheme not in VARIANCES:
        raise ValueError(f"scheme must be one of {', '.join(VARIANCES)}, got {scheme!r}")
    weights = [VARIANCES[scheme](*normal.shape) ** 0.5 * normal for normal in normals]
    layers = [x]
    for weight in weights:
        layers.append(FUNCTIONS[activation](layers[-1] @ weight.T))
    grads = [grad_output]
    for layer in reversed(range(len(weights))):
        grads.append((grads[-1] * SLOPES[activation](layers[layer + 1])) @ weights[layer])
    return {"forward": strengths(layers), "backward": strengths(grads[::-1])}


def strengths(arrays: list[Float[Array, "N units"]]) -> Float[Array, "layers+1"]:
    """Take the root mean square of each array."""
    return np.array([np.sqrt(np.mean(a * a)) for a in arrays])
