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

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without PyTorch's autograd, torch.optim, by whatever name.
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
    raise NotImplementedError("write two_stage_vs_joint here")
