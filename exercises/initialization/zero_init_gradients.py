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

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without PyTorch's autograd, torch.ops.aten.sigmoid_backward, torch.ops.aten.tanh_backward,
# torch.ops.aten.threshold_backward, by whatever name.
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
    raise NotImplementedError("write zero_init_gradients here")
