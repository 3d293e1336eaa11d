r"""Does weight decay cure vanishing gradients? Measure what it does to the gain of a recurrent network.

Back through $t$ steps of a recurrent network a gradient meets the same matrix $t$ times. How much longer can it get, at most?
Without an activation function the answer is the **spectral norm** of the $t$-th **matrix** power, that is its largest singular
value:

$$\text{gain}_t(W) = \lVert W^t \rVert_2, \qquad W^t = \underbrace{W W \cdots W}_{t}, \qquad W^0 = I$$

Weight decay shrinks the matrix before: in each of $k$ updates by gradient descent, with no gradient but that of the penalty, it
is multiplied by one number, where $\eta$ is the learning rate `lr` and $\lambda$ the `weight_decay`, as in `torch.optim.SGD`:

$$W \leftarrow W - \eta \lambda W$$

Return the gains over 0, 1, ... up to and including `time_steps` steps, of the matrix after `updates` updates, $k$. The first
of them is 1: over no step nothing changes.

The norm of the power is not a power of the norm, nor of the largest eigenvalue: a matrix that is not symmetric may stretch first
and shrink later. Everything is finite, and `weight_hh` has at least one row. The result has its dtype: float32 in, float32 out.
Do not change the input.

Source: Pascanu, Mikolov and Bengio 2013, *On the difficulty of training recurrent neural networks*, sections 2.1 and 3.1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Weight decay and the gain through time",
    difficulty=2,
    points=10,
    needs=("gradient_flow/backprop_norms",),
    questions=(
        "True or false: L2 regularization of a recurrent network cures vanishing gradients.",
        "What goes wrong when recurrent networks are trained?",
    ),
    hints=(
        "There are two separate stories: first the matrix shrinks, update by update, then a gradient travels back through time. "
        "Each update multiplies the matrix by a number a little below 1, and so the shrinking is compound interest the wrong way "
        "round.",
        "The power is one of matrices: the matrix times itself, and not each entry to the power. Libraries have a function for "
        "it. Try the matrix with rows (0, 2) and (0.25, 0): its norm is 2, and squared it is half the identity.",
        "Shrink the matrix first, then take its power, then the largest singular value, which a norm function gives if asked for "
        "the order 2 of a matrix; its default is another norm. Since every one of the time steps uses the shrunken matrix, the "
        "shrinking counts once for every step. Begin with the power 0, and mind that the last power is included.",
    ),
)


def bptt_gain(
    weight_hh: Float[Array, "H H"], time_steps: int, weight_decay: float, lr: float, updates: int
) -> Float[Array, "time_steps+1"]:
    """Compute by how much a gradient can grow on its way back through time, after some updates of pure weight decay.

    Parameters
    ----------
    weight_hh : the recurrent matrix, from hidden state to hidden state.
    time_steps : how many steps the gradient goes back, at least 0.
    weight_decay : coefficient of the penalty, at least 0.
    lr : learning rate of the updates, at least 0.
    updates : how often the matrix has been shrunk, at least 0.

    Returns
    -------
    The spectral norms of the powers of the shrunken matrix, from the power 0 to the power `time_steps`.

    Raises
    ------
    ValueError
        If `time_steps` is below 0. The message names it: time_steps.

    Examples
    --------
    >>> weight_hh = np.array([[0.0, 2.0], [0.25, 0.0]])
    >>> bptt_gain(weight_hh, 4, weight_decay=0.0, lr=0.1, updates=10)
    array([1.  , 2.  , 0.5 , 1.  , 0.25])
    >>> bptt_gain(weight_hh, 3, weight_decay=0.4, lr=0.25, updates=2)
    array([1.      , 1.62    , 0.32805 , 0.531441])
    """
    if time_steps < 0:
        raise ValueError(f"time_steps must be at least 0, got {time_steps}")
    # equivalent: 1 - lr * weight_decay => (lr * weight_decay) - 1, because a length knows no sign.
    shrunken = (1 - lr * weight_decay) ** updates * weight_hh
    return np.array([np.linalg.norm(np.linalg.matrix_power(shrunken, t), 2) for t in range(time_steps + 1)])
