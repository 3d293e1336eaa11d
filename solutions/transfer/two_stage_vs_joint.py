r"""Two stages or end to end: first the best head on a frozen feature layer, then both layers trained together from there.

A network with one hidden layer answers $\hat y_n = v \cdot \tanh(W x_n)$, without biases. $W$, `weight` of shape $(H, D)$, came
from somewhere else, and computes the features $h_n = \tanh(W x_n)$. The error is the mean square over the examples,

$$L = \frac{1}{N} \sum_{n=1}^{N} (v \cdot h_n - y_n)^2$$

1. **Two stages.** $W$ stays frozen, and $v$ is the best head there is for it on the training examples, by least squares. The
   columns of features are linearly independent, so there is exactly one.
2. **End to end.** From this very point both are trained by gradient descent on $L$ over all training examples, in `steps` steps.
   In each of them the gradients by $W$ and by $v$ are taken at the old values of both; then $W$ moves by minus `lr` times its
   gradient, and $v$ does so too.

Return two arrays with `steps` + 1 numbers each: $L$ on the training examples, and $L$ on the validation examples, which are never
trained on. The first number belongs to the two-stage network, the one at place $k$ to the network after $k$ steps. Since joint
training starts at the best that two stages can do, with a small `lr` it never gets worse **on the training examples**. About the
others nobody promises anything.

`x` and `x_val` have shapes $(N, D)$ and $(M, D)$, `target` and `target_val` $(N)$ and $(M)$. All share one dtype, and so do the
results. No input changes.

Source: Glasmachers 2017, *Limits of end-to-end learning*; Goodfellow, Bengio and Courville 2016, *Deep learning*, section 15.1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Two stages against end to end",
    difficulty=2,
    points=10,
    needs=("transfer/linear_probe", "backpropagation/mlp_backward"),
    questions=(
        "What is end-to-end learning, and what are its advantages?",
        "Feature extraction or fine-tuning: which do you choose?",
    ),
    hints=(
        "Write the network as a small function first, from inputs and both weights to predictions, and the error as a second "
        "one; you need them for both sets of examples. Then there is one call of a least-squares solver, with the features of "
        "the training examples, and a loop of ordinary gradient descent behind it.",
        "In each step start at the prediction error, twice of it over the number of examples. The gradient of the head is this "
        "vector times the features. To reach the feature layer, spread the vector over the hidden units with the head, multiply "
        "by the slope of tanh, and take the transposed matrix times the inputs.",
        "Compute both gradients before anything moves: the one of the feature layer needs the old head. Write down the two "
        "errors before the first step and again after every step, which makes one number more than there are steps. The "
        "validation examples appear in the bookkeeping only, neither in the solver nor in a gradient.",
    ),
    forbid=("autograd", "torch.optim"),
    skip={
        "large_values": "With huge inputs all features are saturated, and nothing but rounding decides what is learnt.",
        "gradients_flow": "It trains with gradients of its own, and may well do so without autograd.",
        "independent": "No library has it as a function: it is a least-squares solver, and then a training loop.",
    },
)


def two_stage_vs_joint(
    x: Float[Array, "N D"],
    target: Float[Array, "N"],
    x_val: Float[Array, "M D"],
    target_val: Float[Array, "M"],
    weight: Float[Array, "H D"],
    lr: float,
    steps: int,
) -> tuple[Float[Array, "steps+1"], Float[Array, "steps+1"]]:
    """Follow the training and validation errors from the best head on frozen features through joint training.

    Parameters
    ----------
    x : inputs of the training examples, at least as many as hidden units.
    target : what the network should answer to them.
    x_val : inputs of the validation examples.
    target_val : what it should answer to those.
    weight : the feature layer to start with.
    lr : learning rate of both layers, at least 0.
    steps : number of steps of joint training, at least 0.

    Returns
    -------
    The errors on the training examples and those on the validation examples, before the first step and after each.

    Examples
    --------
    >>> x, target = np.array([[0.0], [1.0], [-2.0]]), np.array([0.5, 2.0, -1.0])
    >>> train, val = two_stage_vs_joint(x, target, np.array([[0.5]]), np.array([0.75]), np.array([[1.0]]), lr=0.25, steps=3)
    >>> train.round(4)
    array([0.3838, 0.3689, 0.3572, 0.3475])
    >>> val.round(4)
    array([0.0001, 0.0027, 0.007 , 0.0119])
    """

    def error(x, target):
        y = np.tanh(x @ weight.T) @ head
        # equivalent: y - target => target - y, because it is squared.
        return np.mean((y - target) ** 2)

    head = np.linalg.lstsq(np.tanh(x @ weight.T), target)[0]
    train, val = [error(x, target)], [error(x_val, target_val)]
    for _ in range(steps):
        h = np.tanh(x @ weight.T)
        grad_output = 2 / len(x) * (h @ head - target)
        grad_h = np.outer(grad_output, head)
        weight = weight - lr * (grad_h * (1 - h * h)).T @ x
        head = head - lr * grad_output @ h
        train.append(error(x, target))
        val.append(error(x_val, target_val))
    return np.array(train), np.array(val)
