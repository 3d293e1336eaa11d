r"""SwiGLU: the feed-forward layer of LLaMA, Mistral and most language models since, with a gate that is learnt.

The feed-forward layer of the first transformers widens each token from $D$ to $H$ numbers, applies ReLU, and narrows it again.
SwiGLU widens it **twice**, by two matrices of the same shape. One result goes through swish and becomes a gate, the other one is
what the gate lets through. With $x$ one token, a vector of length $D$, and $\odot$ the product element by element:

$$\mathrm{swish}(z) = z\,\sigma(z) = \frac{z}{1 + e^{-z}}, \qquad
y = W_{\text{down}}\,\big(\mathrm{swish}(W_{\text{gate}}\,x) \odot W_{\text{up}}\,x\big)$$

Weights are stored as PyTorch stores those of linear layers, (out, in): `weight_gate` and `weight_up` are $(H, D)$, `weight_down`
is $(D, H)$. There are no biases. `x` has its features in the last axis and any number of axes before it, also none; each token is
treated alone, and nothing is added to it (the residual connection belongs to the block around this layer).

Numbers before the swish are finite, and may be as large as $10^8$ of either sign: there the swish is $z$ itself or zero,
never NaN.

Three matrices instead of two make the layer half as expensive again, so $H$ is usually taken as $\tfrac23$ of $4D$.

All arrays share one dtype, and the result has it too. Return a new array; do not change the inputs.

Source: Shazeer 2020, *GLU variants improve transformer*, section 2, equation 6; the names are those of LLaMA's code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="SwiGLU feed-forward layer",
    difficulty=1,
    points=5,
    needs=("activations/swish", "perceptron/affine"),
    questions=(
        "What is SwiGLU, and why do language models use it instead of ReLU?",
        "Why is the hidden width of a SwiGLU layer 8/3 of the model's width and not 4 times?",
    ),
    hints=(
        "Follow the shapes. A token has D numbers; two different matrices each make H numbers of it. Then these two vectors of "
        "length H become one, and the last matrix brings it back to D. Only in the middle step is anything done that is not a "
        "matrix product, and exactly one of the two vectors is bent.",
        "A weight of shape (out, in) is multiplied from the right by its transpose when tokens are rows: rows of x meet rows of "
        "the weight. Written with the matrix operator this works for any number of leading axes. Multiply the two hidden "
        "vectors element by element after one of them has gone through swish, not before and not both.",
        "Swish is the number times its own sigmoid. For a very negative number the exponential of its opposite overflows; the "
        "quotient is still zero, as it should be, but a formula with a quotient of two exponentials gives NaN. Use a sigmoid "
        "that takes the exponential of a negative number only, or one made from tanh, and check at plus and minus a million.",
    ),
    forbid=("torch.nn.functional.silu", "torch.nn.SiLU", "torch.ops.aten.silu", "torch.nn.functional.glu"),
)


def swiglu(
    x: Float[Array, "*tokens D"],
    weight_gate: Float[Array, "H D"],
    weight_up: Float[Array, "H D"],
    weight_down: Float[Array, "D H"],
) -> Float[Array, "*tokens D"]:
    """Widen each token twice, let one half gate the other through swish, and narrow it again.

    Parameters
    ----------
    x : tokens, the features in the last axis.
    weight_gate : makes what goes through swish.
    weight_up : makes what the gate is multiplied with.
    weight_down : brings the product back to the width of a token.

    Returns
    -------
    The transformed tokens, in the shape and dtype of `x`.

    Examples
    --------
    >>> x = np.array([[2.0, -1.0], [0.5, 3.0]])
    >>> weight_gate = np.array([[1.0, 0.0], [0.0, 2.0], [1.0, 1.0]])
    >>> weight_up = np.array([[0.5, 0.0], [1.0, -1.0], [0.0, 4.0]])
    >>> weight_down = np.array([[1.0, 0.0, -1.0], [0.0, 10.0, 0.0]])
    >>> np.round(swiglu(x, weight_gate, weight_up, weight_down), 4)
    array([[   4.6858,   -7.1522],
           [ -40.6911, -149.6291]])
    """
    gate = x @ weight_gate.T
    swish = gate * (1 + np.tanh(gate / 2)) / 2  # this sigmoid never overflows
    return (swish * (x @ weight_up.T)) @ weight_down.T
