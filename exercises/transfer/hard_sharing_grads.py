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

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without PyTorch's autograd, by whatever name.
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
    raise NotImplementedError("write hard_sharing_grads here")
