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

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Backpropagation through time",
    difficulty=3,
    points=15,
    needs=("rnn/rnn_forward", "backpropagation/backward_221"),
    questions=(
        "How does backpropagation differ in a recurrent network?",
        "What goes wrong when recurrent networks are trained?",
        "What is a recurrent network?",
    ),
    hints=(
        "Run the forward pass first and keep all states, h0 included: the backward pass needs the state after each step and the "
        "one before it. Then treat a sequence of a single step by hand. It is a dense layer with two inputs: the error times "
        "the slope of tanh gives the gradient of the sum z, and from that follow all six gradients, each by one product. Check "
        "these on T = 1 before you think about time.",
        "Now loop from the last step to the first and carry one array of shape (N, H): what the later steps have to say about "
        "the current state. It is zero at the start. In each turn, add it to the step's own error, multiply by one minus the "
        "squared state, and you have delta of this step. Send delta back through weight_hh to get the array that you carry "
        "on. What is left in it after the first step is the gradient of h0.",
        "The weights are the same at all steps, so start their gradients as zeros and add a share in each turn: delta together "
        "with the inputs of this step, and delta together with the state before this step, which is h0 in the first one. In "
        "rows, these shares are products over the batch axis, with delta transposed. Inputs are not shared: each step "
        "writes its own slice of grad_x. Nothing is divided by the batch or by T.",
    ),
    forbid=("autograd",),
    skip={"gradients_flow": "It computes gradients itself, and may well do so without autograd."},
)


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
    steps = x.shape[1]
    states = [h0]  # states[t] is the state before step t, states[t + 1] the one after it
    for t in range(steps):
        states.append(np.tanh(x[:, t] @ weight_ih.T + bias_ih + states[t] @ weight_hh.T + bias_hh))
    error = np.stack(states[1:], axis=1) - target
    loss = 0.5 * np.sum(error**2)

    grad_x = np.empty_like(x)
    grad_weight_ih, grad_weight_hh = np.zeros_like(weight_ih), np.zeros_like(weight_hh)
    grad_bias = np.zeros_like(bias_ih)
    from_later = np.zeros_like(h0)  # dL/dh of the current state, as far as later steps are concerned
    for t in reversed(range(steps)):
        delta = (error[:, t] + from_later) * (1 - states[t + 1] ** 2)
        grad_x[:, t] = delta @ weight_ih
        grad_weight_ih += delta.T @ x[:, t]
        grad_weight_hh += delta.T @ states[t]
        grad_bias += delta.sum(axis=0)
        from_later = delta @ weight_hh
    return loss, (grad_x, from_later, grad_weight_ih, grad_weight_hh, grad_bias, grad_bias)
