r"""Truncated backpropagation through time: the state is carried on for ever, the gradient goes back only so far.

The forward pass and the loss are those of full backpropagation through time, over all $T$ steps:

$$z_t = W_{ih}\,x_t + b_{ih} + W_{hh}\,h_{t-1} + b_{hh}, \qquad h_t = \tanh z_t, \qquad
L = \tfrac12 \sum_{n}\sum_{t=1}^{T} \lVert h_t - y_t \rVert^2$$

On the way back the sequence falls into pieces of $k$ steps, counted from the start: steps 1 to $k$, then $k + 1$ to $2k$, and so
on; the last piece may be shorter. At the end of each piece the gradient that would come from later steps is cut off:

$$\frac{\partial L}{\partial h_t} := (h_t - y_t) + \begin{cases} W_{hh}^{\mathsf T}\,\delta_{t+1} & t \text{ is not the last step
of its piece} \\ 0 & \text{otherwise} \end{cases} \qquad \delta_t = \frac{\partial L}{\partial h_t} \odot (1 - h_t^2)$$

All else is as it was. In particular $\partial L/\partial W_{hh} = \sum_t \delta_t\,h_{t-1}^{\mathsf T}$ runs over **all** steps,
with the state that was really there: the first step of a piece uses the last state of the piece before, as a constant. So do the
other gradients, $\sum_t \delta_t\,x_t^{\mathsf T}$ for $W_{ih}$ and $\sum_t \delta_t$ for each bias; $\partial L/\partial x_t =
W_{ih}^{\mathsf T}\,\delta_t$ and $\partial L/\partial h_0 = W_{hh}^{\mathsf T}\,\delta_1$. With $k \ge T$ nothing is cut.

The loss is a sum over the batch, the steps and the units, with one factor of one half and no division, and no weight changes
on the way. Batch first, weights are (out, in), $T$ is at least 1. All arrays share one dtype, and each gradient has it too; those
of the two biases are equal, and may be one array. Return new arrays and do not change the inputs.

Source: Williams and Peng 1990, *An efficient gradient-based algorithm for on-line training of recurrent network trajectories*;
Goodfellow, Bengio and Courville 2016, *Deep learning*, section 10.2.2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without PyTorch's autograd, by whatever name.
def truncated_bptt(
    x: Float[Array, "N T D"],
    h0: Float[Array, "N H"],
    weight_ih: Float[Array, "H D"],
    weight_hh: Float[Array, "H H"],
    bias_ih: Float[Array, " H"],
    bias_hh: Float[Array, " H"],
    target: Float[Array, "N T H"],
    k: int,
) -> tuple[
    float,
    tuple[
        Float[Array, "N T D"],
        Float[Array, "N H"],
        Float[Array, "H D"],
        Float[Array, "H H"],
        Float[Array, " H"],
        Float[Array, " H"],
    ],
]:
    """Compute the squared-error loss of a tanh recurrent network and its truncated gradients.

    Parameters
    ----------
    x : N sequences of T inputs with D features each, T at least 1.
    h0 : the state of each sequence before its first step.
    weight_ih : weights from the input to the hidden units.
    weight_hh : weights from the hidden units, one step earlier, to the hidden units.
    bias_ih : one number for each hidden unit, added to the input's part.
    bias_hh : one number for each hidden unit, added to the state's part.
    target : the wanted state after each step.
    k : how many steps a piece has, at least 1.

    Returns
    -------
    The loss over all steps, a number (Python's, NumPy's, or a tensor without axes), and a tuple of six gradients in the order of
    the arguments: grad_x, grad_h0, grad_weight_ih, grad_weight_hh, grad_bias_ih, grad_bias_hh.

    Raises
    ------
    ValueError
        If `k` is below 1. The message names it: k.

    Examples
    --------
    >>> x, h0 = np.array([[[1.0], [-2.0], [0.5], [3.0], [0.0], [-1.0]]]), np.array([[0.5]])
    >>> weight_ih, weight_hh = np.array([[0.5]]), np.array([[-1.5]])
    >>> bias_ih, bias_hh = np.array([0.25]), np.array([0.5])
    >>> target = np.array([[[1.0], [0.5], [-0.5], [1.0], [0.25], [0.5]]])
    >>> loss, grads = truncated_bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target, k=2)
    >>> round(float(loss), 6)
    2.167562
    >>> grads[0].ravel()
    array([ 0.12206723, -0.28276988,  0.05067248, -0.09564176, -0.24978109, 0.01425587])
    >>> np.concatenate([grad.ravel() for grad in grads[1:]])
    array([-0.36620169,  0.82352418, -0.73637608, -0.88239428, -0.88239428])
    """
    raise NotImplementedError("write truncated_bptt here")
