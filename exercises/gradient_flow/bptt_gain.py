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

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


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
    raise NotImplementedError("write bptt_gain here")
