r"""A residual block: two layers compute a correction, the input is added to it, and only then comes the last ReLU.

Instead of a whole new representation the layers learn what to **add** to the one they were given. Dense version, with one sample
in each row of $x$:

$$h = \max(0,\; x W_1^\top + b_1), \qquad f = h W_2^\top + b_2, \qquad y = \max(0,\; s + f)$$

The shortcut $s$ is $x$ itself, if `proj` is None. Then it has no parameters, and all that it costs is one addition for each
number. Where the block changes the number of features, an addition is impossible, and a matrix without a bias takes $x$ across:
$s = x P^\top$ with $P$ = `proj`. If `proj` is given it is used, whether the numbers of features differ or not.

Nothing is skipped, in spite of the name "skip connection": both layers are computed for every sample and trained with every step.
What the shortcut changes is where learning begins. With $W_2 = 0$ and $b_2 = 0$ the block leaves a non-negative $x$ as it is: a
deep stack of such blocks can start from doing nothing. The last ReLU stands **after** the addition: before it, the correction
could only ever add and never take away.

All arrays share one dtype, float64 or float32. Return a new array of that dtype; do not change the inputs.

Source: He, Zhang, Ren and Sun 2016, *Deep residual learning for image recognition*, section 3.2, equations 1 and 2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without torch.nn.Linear, torch.nn.functional.linear, torch.nn.Sequential, by whatever name.
def residual_block(
    x: Float[Array, "N I"],
    weight1: Float[Array, "H I"],
    bias1: Float[Array, "H"],
    weight2: Float[Array, "O H"],
    bias2: Float[Array, "O"],
    proj: Float[Array, "O I"] | None = None,
) -> Float[Array, "N O"]:
    """Add what two dense layers compute to their input, and rectify the sum.

    Parameters
    ----------
    x : the batch, one sample in each row.
    weight1 : weight of the first layer.
    bias1 : bias of the first layer.
    weight2 : weight of the second layer.
    bias2 : bias of the second layer.
    proj : the matrix of the shortcut; None for the identity, which takes as many features out as in.

    Returns
    -------
    The output of the block, in the dtype of `x`.

    Raises
    ------
    ValueError
        If `proj` is None and O and I differ, also where one of them is 1. The message contains the word proj.

    Examples
    --------
    >>> x = np.array([[1.0, -2.0], [3.0, 0.5]])
    >>> weight1, bias1 = np.array([[1.0, 0.5], [-1.0, 2.0], [0.0, 1.0]]), np.array([0.5, 1.0, -0.25])
    >>> weight2, bias2 = np.array([[-0.5, 1.0, 0.0], [1.0, -1.0, 2.0]]), np.array([0.25, -0.5])
    >>> residual_block(x, weight1, bias1, weight2, bias2)
    array([[1.   , 0.   ],
           [1.375, 4.25 ]])
    """
    raise NotImplementedError("write residual_block here")
