r"""Backpropagation through time: the gradients of a recurrent network, for an error at every step.

The forward pass is the plain recurrent network, with the states compared to targets $y_t$:

$$z_t = W_{ih}\,x_t + b_{ih} + W_{hh}\,h_{t-1} + b_{hh}, \qquad h_t = \tanh z_t, \qquad
L = \tfrac12 \sum_{n}\sum_{t=1}^{T} \lVert h_t - y_t \rVert^2$$

The loss is a **sum** over the batch, the steps and the units, with one factor of one half and no division.

Unrolled in time this is a network of $T$ layers that share their weights. A state has an influence on the loss in two
ways: through its own error, and through all later states. So the gradient is collected from the end, with
$\delta_{T+1} = 0$:

$$\frac{\partial L}{\partial h_t} = (h_t - y_t) + W_{hh}^{\mathsf T}\,\delta_{t+1}, \qquad
\delta_t = \frac{\partial L}{\partial z_t} = \frac{\partial L}{\partial h_t} \odot (1 - h_t^2)$$

Because every step uses the same weights, their gradients are **sums over the steps** (and over the batch):

$$\frac{\partial L}{\partial W_{hh}} = \sum_t \delta_t\, h_{t-1}^{\mathsf T}, \qquad
\frac{\partial L}{\partial W_{ih}} = \sum_t \delta_t\, x_t^{\mathsf T}, \qquad
\frac{\partial L}{\partial b_{ih}} = \frac{\partial L}{\partial b_{hh}} = \sum_t \delta_t$$

The first step counts like the others, with $h_0$ as the state before it. The inputs and the first state get
$\partial L/\partial x_t = W_{ih}^{\mathsf T}\,\delta_t$ and $\partial L/\partial h_0 = W_{hh}^{\mathsf T}\,\delta_1$.

Go all the way back, without truncation. Layout as in the forward pass: batch first, `target[:, t]` belongs to the state after
input `x[:, t]`, weights are (out, in), $T$ is at least 1. All arrays share one dtype. Each gradient has that dtype and the
shape of what it belongs to; those of the two biases are equal, and may be one array. Gradients must be right to rounding,
which finite differences are not. At large sums tanh is -1 or 1 and its slope 0, and nothing is NaN. Return new arrays and do
not change the inputs.

Source: Werbos 1990, *Backpropagation through time: what it does and how to do it*, Proceedings of the IEEE 78.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without PyTorch's autograd, by whatever name.
def bptt(
    x: Float[Array, "N T D"],
    h0: Float[Array, "N H"],
    weight_ih: Float[Array, "H D"],
    weight_hh: Float[Array, "H H"],
    bias_ih: Float[Array, " H"],
    bias_hh: Float[Array, " H"],
    target: Float[Array, "N T H"],
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
    """Compute the squared-error loss of a tanh recurrent network and its gradients.

    Parameters
    ----------
    x : N sequences of T inputs with D features each, T at least 1.
    h0 : the state of each sequence before its first step.
    weight_ih : weights from the input to the hidden units.
    weight_hh : weights from the hidden units, one step earlier, to the hidden units.
    bias_ih : one number for each hidden unit, added to the input's part.
    bias_hh : one number for each hidden unit, added to the state's part.
    target : the wanted state after each step.

    Returns
    -------
    The loss, a number (Python's, NumPy's, or a tensor without axes), and a tuple of six gradients in the order of the
    arguments: grad_x, grad_h0, grad_weight_ih, grad_weight_hh, grad_bias_ih, grad_bias_hh.

    Examples
    --------
    >>> x, h0 = np.array([[[1.0], [-2.0]]]), np.array([[0.5]])
    >>> weight_ih, weight_hh = np.array([[0.5]]), np.array([[-1.5]])
    >>> bias_ih, bias_hh = np.array([0.25]), np.array([0.5])
    >>> loss, grads = bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, np.array([[[1.0], [0.5]]]))
    >>> round(float(loss), 6)
    0.909345
    >>> grads[0]
    array([[[ 0.12206723],
            [-0.28276988]]])
    >>> np.concatenate([grad.ravel() for grad in grads[1:]])
    array([-0.36620169,  1.375214  , -0.1392784 , -0.32140531, -0.32140531])
    """
    raise NotImplementedError("write bptt here")
