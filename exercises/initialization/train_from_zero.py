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

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without torch.optim, by whatever name.
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
    raise NotImplementedError("write train_from_zero here")
