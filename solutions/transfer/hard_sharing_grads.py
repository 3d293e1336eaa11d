r"""Multi-task learning with hard sharing: several heads on one trunk, and the gradient that all of them send into it.

One trunk, a layer with tanh, sees the inputs of $N$ examples. Each task $t$ has a linear head of its own, targets of its own and
a weight $\lambda_t$ in the loss, and everything is trained **together**:

$$H = \tanh(X\, W^\top), \qquad \hat Y_t = H\, V_t^\top, \qquad
L = \sum_t \lambda_t\, \frac{1}{N K_t} \sum_{n,k} \big(\hat Y_t - Y_t\big)_{nk}^2$$

$W$ is `weight`, $(H, D)$; the $V_t$ are `heads`, of shapes $(K_t, H)$; the $Y_t$ are `targets`, $(N, K_t)$, where every task may
have its own $K_t$. There is no bias. The loss of a task is the mean of the squared errors over examples **and** outputs.

Return the derivatives of $L$: by $W$, and a list of those by each $V_t$, in the order of the tasks. A head hears of its own task
only; the trunk hears of all of them, in a sum. The task weights are plain numbers, at least 0, and need not add up to 1: they are
used as they are. All arrays share one dtype, which the gradients have as well; none of them is changed.

Source: Caruana 1997, *Multitask learning*; Ruder 2017, *An overview of multi-task learning in deep neural networks*, section 2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Gradients of hard parameter sharing",
    difficulty=2,
    points=10,
    needs=("backpropagation/dense_backward",),
    questions=(
        "What is multi-task learning, and when do you use it?",
        "Where is transfer learning useful?",
    ),
    hints=(
        "Draw the network as a tree: one trunk, and a branch for each task. Forward, the hidden values are computed once and "
        "copied into every branch. Backward, where a value was copied, gradients are added. So work out what one head sends back "
        "to the hidden values, and let a sum collect it over the tasks.",
        "For one task, start at the loss. The derivative of a mean of squares by the prediction is twice the error over the "
        "number of entries, that is examples times outputs of this task, and the task weight multiplies it. From this one matrix "
        "come both answers: the gradient of the head, with the hidden values, and what goes back to them, with the head.",
        "Go through the tanh once, after the sum over tasks: its slope is one minus the square of the hidden values, which you "
        "have already. Then the gradient of the trunk is the transposed matrix times the inputs. Check each shape against the "
        "weight that it belongs to. A task weight of zero must silence a task everywhere.",
    ),
    forbid=("autograd",),
    skip={"gradients_flow": "It computes gradients itself, and may well do so without autograd."},
)


def hard_sharing_grads(
    x: Float[Array, "N D"],
    targets: list[Float[Array, "N K"]],
    weight: Float[Array, "H D"],
    heads: list[Float[Array, "K H"]],
    task_weights: list[float],
) -> tuple[Float[Array, "H D"], list[Float[Array, "K H"]]]:
    """Differentiate the weighted sum of the tasks' losses by the shared layer and by each head.

    Parameters
    ----------
    x : inputs, one example in each row, the same for all tasks.
    targets : what each task should answer.
    weight : weight of the shared layer.
    heads : weight of each task's own layer.
    task_weights : how much the loss of each task counts.

    Returns
    -------
    The gradient by `weight`, and the list of gradients by `heads`.

    Examples
    --------
    >>> x = np.array([[1.0, 2.0], [-2.0, 0.5]])
    >>> targets = [np.array([[1.0], [-1.0]]), np.array([[0.0, 2.0], [1.0, -3.0]])]
    >>> heads = [np.array([[2.0, 1.0]]), np.array([[0.5, -1.0], [1.0, 3.0]])]
    >>> weight = np.array([[0.5, 0.0], [-0.5, 1.0]])
    >>> grad_weight, grad_heads = hard_sharing_grads(x, targets, weight, heads, [0.5, 2.0])
    >>> grad_weight.round(4)
    array([[-2.2085,  3.507 ],
           [-5.4312,  3.2368]])
    >>> grad_heads[0].round(4)
    array([[0.0462, 0.5482]])
    >>> grad_heads[1].round(4)
    array([[ 1.4295, -2.6793],
           [-3.2287,  5.5498]])
    """
    h = np.tanh(x @ weight.T)
    grad_h, grad_heads = np.zeros_like(h), []
    for t, head in enumerate(heads):
        grad_output = 2 * task_weights[t] / targets[t].size * (h @ head.T - targets[t])
        grad_heads.append(grad_output.T @ h)
        grad_h += grad_output @ head
    return (grad_h * (1 - h * h)).T @ x, grad_heads
