r"""Start every weight at the same number and train: the network learns, and all of its hidden units learn the same.

Random weights are said to be needed because equal ones learn nothing, or because zeros do. Neither is the point: what has to
be broken is the symmetry between the units. Here is a network for regression, with one hidden layer of tanh units and a
linear output,

$$\hat y_n = W_2 \tanh(W_1 x_n + b_1) + b_2, \qquad L = \frac1N \sum_{n=1}^N (\hat y_n - y_n)^2$$

in which **every** entry of $W_1$ and $W_2$ starts at `value`, while both biases start at 0. Then follow `steps` steps of gradient
descent on the whole batch with learning rate `lr`: in each, all four gradients are taken at the same point, and only then
all four parameters move, $\theta \leftarrow \theta - \text{lr} \cdot \partial L / \partial \theta$. The loss is the mean of
the squares as it stands, with no half in front.

Return the four parameters after the last step, and all losses: the one at the start, then the one after each step, so there is
one more of them than there are steps.

What to look for: how far does the loss fall? What rank has `weight1` in the end? And what is special about a `value` of 0?

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
    title="Training from one constant",
    difficulty=2,
    points=10,
    needs=("initialization/merge_identical_units", "initialization/train_from_zero"),
    questions=(
        "What happens if all weights start at the same value?",
        "All weights start at the same value: what is the difference between three ReLU layers and a single layer?",
    ),
    hints=(
        "This is a training loop as in the exercise before, with another loss and no activation at the output. Fill four "
        "arrays, then go forward, back and down, again and again. Write down what the squared error gives you at the output: the "
        "derivative of a square has a factor that cross-entropy did not have.",
        "The slope of tanh is one minus the square of its output, so keep the hidden activations. Two arrays of deltas do: "
        "one for the output, of shape (batch, 1), and one for the hidden layer, which is the first one times the output weights "
        "times the slope. Take every gradient before any parameter moves.",
        "Losses are noted before each step and once more at the very end: the forward pass of a round gives the loss with the "
        "parameters that the round begins with. Convert the list to an array in the dtype of the inputs. Then look at two rows "
        "of the hidden weights: started alike, they met the same inputs and the same deltas, so what could tell them apart?",
    ),
    forbid=("torch.optim",),
    skip={
        "large_values": "With inputs ten thousand times as large the same learning rate diverges.",
        "gradients_flow": "Training is what is looked at here; nobody differentiates a whole training.",
        "independent": "No library trains in one call; the twin trains by autograd, independently of the reference.",
    },
)


def train_constant_init(
    x: Float[Array, "N D"],
    target: Float[Array, " N"],
    value: float,
    hidden: int,
    lr: float,
    steps: int,
) -> dict[str, Float[Array, "..."]]:
    """Train a network with one hidden layer by gradient descent, starting with all weights at one value.

    Parameters
    ----------
    x : inputs, one row for each example of the batch.
    target : what is to be predicted, any real numbers.
    value : of every weight at the start; the biases start at 0.
    hidden : number of hidden units, at least 1.
    lr : learning rate, above 0.
    steps : number of steps, at least 0.

    Returns
    -------
    A dict: "losses" (steps + 1,), the one at the start and those after each step; "weight1" (hidden, D), "bias1" (hidden,),
    "weight2" (1, hidden) and "bias2" (1,) after the last step; all in the dtype of `x`.

    Examples
    --------
    >>> x = np.array([[1.0, -2.0], [0.5, 3.0], [-1.0, 0.5]])
    >>> target = np.array([1.0, 2.0, -1.5])
    >>> result = train_constant_init(x, target, 0.5, 2, lr=0.2, steps=3)
    >>> np.round(result["losses"], 4)
    array([1.6112, 0.8846, 0.3727, 0.1516])
    >>> np.round(result["weight1"], 4)
    array([[0.8866, 0.2181],
           [0.8866, 0.2181]])
    """
    weight1, bias1 = np.full((hidden, x.shape[1]), value, dtype=x.dtype), np.zeros(hidden, dtype=x.dtype)
    weight2, bias2 = np.full((1, hidden), value, dtype=x.dtype), np.zeros(1, dtype=x.dtype)

    def forward() -> tuple[Float[Array, "N H"], Float[Array, "N 1"]]:
        a = np.tanh(x @ weight1.T + bias1)
        return a, a @ weight2.T + bias2 - target[:, None]

    losses = []
    for _ in range(steps):
        a, error = forward()
        losses.append(np.mean(error * error))
        delta2 = 2 * error / len(x)
        delta1 = delta2 * weight2 * (1 - a * a)
        weight1 = weight1 - lr * delta1.T @ x
        bias1 = bias1 - lr * delta1.sum(axis=0)
        weight2 = weight2 - lr * delta2.T @ a
        bias2 = bias2 - lr * delta2.sum()

    _, error = forward()
    losses.append(np.mean(error * error))
    return {"losses": np.array(losses), "weight1": weight1, "bias1": bias1, "weight2": weight2, "bias2": bias2}
