r"""Train a network whose weights all start at zero, and see for yourself how far it gets.

The network is that of `zero_init_gradients`: a hidden layer with the activation $\varphi$, which is `"tanh"`, `"relu"` or
`"sigmoid"`, and one output with a sigmoid,

$$z_n = W_1 x_n + b_1, \qquad \hat z_n = W_2\, \varphi(z_n) + b_2, \qquad p_n = \sigma(\hat z_n), \qquad
L = -\frac1N \sum_{n=1}^N \bigl( y_n \log p_n + (1 - y_n) \log (1 - p_n) \bigr)$$

**All** weights and both biases start at exactly 0. Then follow `steps` steps of gradient descent on the whole batch, with
learning rate `lr`: in each, all four gradients are taken at the same point, and only then all four parameters move,
$\theta \leftarrow \theta - \text{lr} \cdot \partial L / \partial \theta$. Nothing is drawn, nothing is shuffled, no noise helps.

Return where this ends: the four parameters after the last step, and with these parameters the loss and the probabilities. With
no steps that is the start, where the loss is $\log 2$. A network that has become certain may have a $p$ of exactly 0 or 1;
its loss is finite all the same, since $\log p$ and $\log(1 - p)$ can be had from $\hat z$ without a detour through $p$.

What to look for: with tanh and ReLU, which parameters have moved at all, and what do all examples get? With sigmoid, which
learns something, what do the rows of `weight1` look like?

Shapes and names are those of two linear layers of PyTorch: `weight1` (hidden, in), `bias1` (hidden,), `weight2` (1, hidden)
and `bias2` (1,). All arrays have one dtype, and so have the results.

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
    title="Training from all zeros",
    difficulty=2,
    points=10,
    needs=("initialization/zero_init_gradients",),
    questions=(
        "Why is it a bad idea to start all weights at zero?",
        "How are weights initialised: with zeros or with random numbers?",
    ),
    hints=(
        "You have the first gradient already, from the exercise before. What is new is that after a step the parameters are no "
        "longer all zero, so the forward pass needs its biases, and the weights are four arrays that you carry along. Start with "
        "a loop that goes forward, back, and down, and print the four arrays for two or three steps.",
        "Take all gradients before you change anything. If the output weights move first and the hidden layer's gradient is "
        "made with the new ones, this is another method, and with sigmoid units it shows after a single step: the hidden weights "
        "must still be zero then, since the output weights that they are reached through were.",
        "After the loop go forward once more, since the last step has changed the output. For the loss, a logarithm of one "
        "plus the exponential of the logit, less the label times the logit, is the same and never meets the logarithm of zero; "
        "NumPy and PyTorch both have a safe function for the first part. The slope matters for sigmoid alone. Can you see why?",
    ),
    forbid=("torch.optim",),
    skip={
        "large_values": "Labels are 0 or 1: times ten thousand they are no labels, and training diverges.",
        "gradients_flow": "Training is what is looked at here; nobody differentiates a whole training.",
        "independent": "No library trains in one call; the twin trains by autograd, independently of the reference.",
    },
)


def train_from_zero(
    x: Float[Array, "N D"],
    target: Float[Array, " N"],
    hidden: int,
    act: str,
    lr: float,
    steps: int,
) -> dict[str, Float[Array, "..."] | float]:
    """Train a network with one hidden layer by gradient descent, starting with all parameters at zero.

    Parameters
    ----------
    x : inputs, one row for each example of the batch.
    target : labels, 0 or 1.
    hidden : number of hidden units, at least 1.
    act : activation of the hidden units, "tanh", "relu" or "sigmoid".
    lr : learning rate, above 0.
    steps : number of steps, at least 0.

    Returns
    -------
    A dict: "loss", a number, and "predictions" (N,), both after the last step; "weight1" (hidden, D), "bias1" (hidden,),
    "weight2" (1, hidden) and "bias2" (1,), all in the dtype of `x`.

    Raises
    ------
    ValueError
        If `act` is none of the three. The message names it: act.

    Examples
    --------
    >>> x = np.array([[1.0, -2.0], [0.5, 3.0], [-1.0, 0.5]])
    >>> target = np.array([1.0, 1.0, 0.0])
    >>> result = train_from_zero(x, target, 2, "sigmoid", lr=3.0, steps=2)
    >>> np.round(result["weight1"], 4)
    array([[ 0.0725, -0.0012],
           [ 0.0725, -0.0012]])
    >>> result = train_from_zero(x, target, 2, "tanh", lr=3.0, steps=20)
    >>> np.round(result["predictions"], 4)
    array([0.6667, 0.6667, 0.6667])
    >>> result["weight2"]
    array([[0., 0.]])
    """
    if act not in {"tanh", "relu", "sigmoid"}:
        raise ValueError(f"act must be tanh, relu or sigmoid, got {act!r}")
    weight1, bias1 = np.zeros((hidden, x.shape[1]), dtype=x.dtype), np.zeros(hidden, dtype=x.dtype)
    weight2, bias2 = np.zeros((1, hidden), dtype=x.dtype), np.zeros(1, dtype=x.dtype)

    def units() -> Float[Array, "N H"]:
        # tanh(0) = relu(0) = 0 gives weight2 no gradient, and a weight2 of 0 lets nothing through: z stays 0, and they say z.
        z = x @ weight1.T + bias1
        return _sigmoid(z) if act == "sigmoid" else z

    for _ in range(steps):
        a = units()
        delta2 = (_sigmoid(a @ weight2.T + bias2) - target[:, None]) / len(x)
        delta1 = delta2 * weight2 * a * (1 - a)  # the slope is that of sigmoid: the others' is never asked for
        weight1 = weight1 - lr * delta1.T @ x
        bias1 = bias1 - lr * delta1.sum(axis=0)
        weight2 = weight2 - lr * delta2.T @ a
        bias2 = bias2 - lr * delta2.sum()

    logits = (units() @ weight2.T + bias2).ravel()
    loss = np.mean(np.logaddexp(0, logits) - target * logits)
    parameters = {"weight1": weight1, "bias1": bias1, "weight2": weight2, "bias2": bias2}
    return {"loss": loss, "predictions": _sigmoid(logits), **parameters}


def _sigmoid(z: Float[Array, "..."]) -> Float[Array, "..."]:
    # Neither exponential is ever taken of a positive number, so neither overflows.
    return np.exp(np.minimum(z, 0)) / (1 + np.exp(-np.abs(z)))
