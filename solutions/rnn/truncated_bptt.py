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

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Truncated backpropagation through time",
    difficulty=3,
    points=15,
    needs=("rnn/bptt",),
    questions=(
        "How does backpropagation differ in a recurrent network?",
        "What is cut in truncated backpropagation through time, and what is not?",
    ),
    hints=(
        "Start from a full backward pass that works, and leave its forward half alone: states are computed over all steps, "
        "exactly as before, and so is the loss. What changes is a single quantity on the way back, the message that a state "
        "gets from the step after it. Draw seven steps as boxes, put a fence after every third, and ask which arrows are cut.",
        "An arrow from one step back to the step before it is cut if there is a fence between them. The state crossed this fence "
        "in the forward direction and stays what it was; it is a constant for the later piece. Its product with delta is still "
        "part of the gradient of the matrix. Only the message to earlier steps is replaced by zeros.",
        "With steps counted from 0, a fence stands behind a step whose number plus one is a multiple of k. Check this before you "
        "add the message of the later step to the error of this one. In PyTorch people write a detach at the same place in the "
        "forward pass. Test with k of at least T, which is the full gradient, and with k = 1, where no message is left at all.",
    ),
    forbid=("autograd",),
    skip={"gradients_flow": "It computes gradients itself, and may well do so without autograd."},
)


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
    if k < 1:
        raise ValueError(f"k must be at least 1, got {k}")
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
        if (t + 1) % k == 0:  # the next step belongs to another piece
            from_later = np.zeros_like(h0)
        delta = (error[:, t] + from_later) * (1 - states[t + 1] ** 2)
        grad_x[:, t] = delta @ weight_ih
        grad_weight_ih += delta.T @ x[:, t]
        grad_weight_hh += delta.T @ states[t]
        grad_bias += delta.sum(axis=0)
        from_later = delta @ weight_hh
    return loss, (grad_x, from_later, grad_weight_ih, grad_weight_hh, grad_bias, grad_bias)
