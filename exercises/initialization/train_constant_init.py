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

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without torch.optim, by whatever name.
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
    raise NotImplementedError("write train_constant_init here")
