r"""Start a network at zero and look at its very first gradient: which parameters want to move, and which are stuck?

The network has one hidden layer and one output, a probability: for each row $x_n$ of a batch of $N$

$$z_n = W_1 x_n + b_1, \qquad a_n = \varphi(z_n), \qquad p_n = \sigma(W_2\, a_n + b_2), \qquad
L = -\frac1N \sum_{n=1}^N \bigl( y_n \log p_n + (1 - y_n) \log (1 - p_n) \bigr)$$

The activation $\varphi$ is `"tanh"`, `"relu"` or `"sigmoid"`, and the slope of ReLU at exactly 0 is 0; the output always has
a sigmoid, $\sigma$. **Every** entry of $W_1$ and $W_2$ has the same `value`, by default 0, and both biases are zero.

Return the gradient of $L$ with respect to all four parameters at that point. Do not guess it: write the backward pass for
weights of any `value`, and let it tell you what happens at zero. It is often said that at zero no gradient is left, or that
all gradients are equal and so nothing changes. Equal is not zero, and your function will show for each activation what is
true. With one non-zero `value` for all it will show that being equal is the lasting trouble.

Shapes and names are those of two linear layers of PyTorch: `weight1` (hidden, in), `bias1` (hidden,), `weight2` (1, hidden)
and `bias2` (1,). All arrays have one dtype, and so have the gradients. Labels are 0 or 1, but the gradient is linear in
them: no check is needed. Where weights and inputs are large, the probabilities become 0 or 1 and the gradient stays finite.

Source: Goodfellow, Bengio and Courville 2016, *Deep Learning*, section 8.4.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="The first gradient of a network of zeros",
    difficulty=2,
    points=10,
    needs=("activations/sigmoid", "backpropagation/backward_221"),
    questions=(
        "Why is it a bad idea to start all weights at zero?",
        "How are weights initialised: with zeros or with random numbers?",
    ),
    hints=(
        "Write the forward pass first and keep z, the hidden activations and p. The backward pass begins at the output, where "
        "something cancels: through a sigmoid and a cross-entropy together the gradient by the sum in front of the sigmoid is "
        "a plain difference, shared out over the batch. From there on it is the chain rule, one layer at a time.",
        "Each weight's gradient is what comes down from above times what came in from below, summed over the batch; each bias's "
        "is what comes down alone. So ask of each array: which factor is zero? The output weights meet the hidden activations, "
        "and at zero these are tanh of 0, ReLU of 0 and sigmoid of 0. The hidden weights are reached through the output weights.",
        "Two arrays of deltas are enough: one of shape (batch, 1) at the output and one of shape (batch, hidden), which is the "
        "first times the output weights times the slope of the activation. In terms of the activation itself the slopes are one "
        "minus its square, one or nothing, and itself times the rest to one. Transposed deltas times what came in give weights "
        "in PyTorch's layout.",
    ),
    forbid=("autograd", "torch.ops.aten.sigmoid_backward", "torch.ops.aten.tanh_backward", "torch.ops.aten.threshold_backward"),
    skip={"gradients_flow": "It computes gradients itself, and may well do so without autograd."},
)


def zero_init_gradients(
    x: Float[Array, "N D"],
    target: Float[Array, " N"],
    hidden: int,
    act: str,
    value: float = 0.0,
) -> dict[str, Float[Array, "..."]]:
    """Compute the gradients of a network with one hidden layer whose weights all have the same value.

    Parameters
    ----------
    x : inputs, one row for each example of the batch.
    target : labels, 0 or 1.
    hidden : number of hidden units, at least 1.
    act : activation of the hidden units, "tanh", "relu" or "sigmoid".
    value : of every weight; the biases are 0 in any case.

    Returns
    -------
    The gradients of the mean cross-entropy: a dict with "weight1" of shape (hidden, D), "bias1" (hidden,), "weight2"
    (1, hidden) and "bias2" (1,), in the dtype of `x`.

    Raises
    ------
    ValueError
        If `act` is none of the three. The message names it: act.

    Examples
    --------
    >>> x = np.array([[1.0, -2.0], [0.5, 3.0], [-1.0, 0.5]])
    >>> target = np.array([1.0, 1.0, 0.0])
    >>> gradients = zero_init_gradients(x, target, 2, "tanh", value=0.5)
    >>> np.round(gradients["weight1"], 4)
    array([[-0.1519,  0.1793],
           [-0.1519,  0.1793]])
    >>> np.round(gradients["weight2"], 4)
    array([[-0.0294, -0.0294]])
    >>> gradients = zero_init_gradients(x, target, 2, "sigmoid")
    >>> np.round(gradients["weight2"], 4)
    array([[-0.0833, -0.0833]])
    >>> np.round(gradients["bias2"], 4)
    array([-0.1667])
    """
    weight1 = np.full((hidden, x.shape[1]), value, dtype=x.dtype)
    weight2 = np.full((1, hidden), value, dtype=x.dtype)

    a, slope = _activation(x @ weight1.T, act)
    p = _sigmoid(a @ weight2.T)

    delta2 = (p - target[:, None]) / len(x)  # (N, 1), the gradient by the sum in front of p
    delta1 = delta2 * weight2 * slope  # (N, hidden), by z
    return {"weight1": delta1.T @ x, "bias1": delta1.sum(axis=0), "weight2": delta2.T @ a, "bias2": delta2.sum(axis=0)}


def _activation(z: Float[Array, "N H"], act: str) -> tuple[Float[Array, "N H"], Array]:
    """The hidden activations, and their slopes; those of a ReLU are yes or no."""
    if act == "tanh":
        a = np.tanh(z)
        return a, 1 - a * a
    if act == "relu":
        return np.maximum(z, 0), z > 0
    if act == "sigmoid":
        a = _sigmoid(z)
        return a, a * (1 - a)
    raise ValueError(f"act must be tanh, relu or sigmoid, got {act!r}")


def _sigmoid(z: Float[Array, "..."]) -> Float[Array, "..."]:
    # Neither exponential is ever taken of a positive number, so neither overflows.
    return np.exp(np.minimum(z, 0)) / (1 + np.exp(-np.abs(z)))
