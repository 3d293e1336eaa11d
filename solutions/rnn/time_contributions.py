r"""What vanishes in a recurrent network: how much each step of the past has to say in the gradient of one shared matrix.

The forward pass is the plain recurrent network, $z_t = W_{ih}\,x_t + b_{ih} + W_{hh}\,h_{t-1} + b_{hh}$ and $h_t = \tanh z_t$.
The loss looks at the last state only, and `grad_output` is $\partial L / \partial h_T$. On the way back through time

$$\delta_T = \frac{\partial L}{\partial h_T} \odot (1 - h_T^2), \qquad
\delta_t = W_{hh}^{\mathsf T}\,\delta_{t+1} \odot (1 - h_t^2)$$

Every step uses the **same** $W_{hh}$, so its gradient is a sum over the steps, and the share of step $t$ is a matrix. Its size is
what you return, the Frobenius norm (root of the sum of the squares of all entries):

$$\frac{\partial L}{\partial W_{hh}} = \sum_{t=1}^{T} G_t, \qquad G_t = \sum_{n=1}^{N} \delta_{n,t}\, h_{n,t-1}^{\mathsf T},
\qquad c_t = \lVert G_t \rVert_F$$

So within a step the shares of the $N$ sequences are added first, and then the norm is taken. The first step counts like the
others, with $h_0$ as the state before it. The result has one number for each step **in the order of time**: the first one belongs
to the step that is farthest back, and usually it is the smallest.

Do not conclude that "early layers learn slowly": there is one matrix only, and it learns from the near past. Where $W_{hh}$ is
large enough the sizes grow backwards in time instead, which is the other disaster.

Layout as in the forward pass: batch first, weights are (out, in), $T$ is at least 1. All arrays share one dtype, and the result
has it too. Return a new array and do not change the inputs.

Source: Pascanu, Mikolov and Bengio 2013, *On the difficulty of training recurrent neural networks*, section 2 (equations 3 to 5).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Shares of the steps in the gradient",
    difficulty=2,
    points=10,
    needs=("rnn/bptt",),
    questions=(
        "What goes wrong when recurrent networks are trained?",
        "What exactly vanishes when gradients vanish over time?",
    ),
    hints=(
        "This is backpropagation through time, with two changes. The error comes in at the last step alone, so nothing is added "
        "on the way back; and what each step contributes to the gradient of the hidden-to-hidden matrix is not summed over the "
        "steps but measured, one number per step. If you have solved the full backward pass, most of it is written already.",
        "Keep all states of the forward pass, the given first state in front. Walk backwards with one array of shape (N, H), "
        "the gradient of the current state, which starts as the gradient that you are given. Times the slope of tanh at this "
        "step it becomes delta. Delta and the state before this step make the share, and delta through the matrix makes the "
        "gradient of the state before.",
        "A product of the transposed deltas with the earlier states, rows being sequences, adds over the batch by itself and has "
        "the shape of the matrix. Take the root of the sum of its squared entries. You find the norms from the last step to the "
        "first; turn them round at the end, or write each into its own place. Never add shares of different steps.",
    ),
    forbid=("autograd",),
    skip={"gradients_flow": "It computes gradients itself, and may well do so without autograd."},
)


def time_contributions(
    x: Float[Array, "N T D"],
    h0: Float[Array, "N H"],
    weight_ih: Float[Array, "H D"],
    weight_hh: Float[Array, "H H"],
    bias_ih: Float[Array, " H"],
    bias_hh: Float[Array, " H"],
    grad_output: Float[Array, "N H"],
) -> Float[Array, " T"]:
    """Measure the share that each step has in the gradient of `weight_hh`.

    Parameters
    ----------
    x : N sequences of T inputs with D features each, T at least 1.
    h0 : the state of each sequence before its first step.
    weight_ih : weights from the input to the hidden units.
    weight_hh : weights from the hidden units, one step earlier, to the hidden units.
    bias_ih : one number for each hidden unit, added to the input's part.
    bias_hh : one number for each hidden unit, added to the state's part.
    grad_output : gradient of the loss by the last state of each sequence.

    Returns
    -------
    The Frobenius norm of each step's share, the first step first, in the dtype of `x`.

    Examples
    --------
    >>> x, h0 = np.array([[[1.0], [-2.0], [0.5]]]), np.array([[0.5]])
    >>> weight_ih, weight_hh = np.array([[0.5]]), np.array([[-0.8]])
    >>> bias_ih, bias_hh = np.array([0.25]), np.array([0.5])
    >>> time_contributions(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, np.array([[-2.0]]))
    array([0.03172093, 0.10490238, 0.22677803])
    """
    states = [h0]  # states[t] is the state before step t, states[t + 1] the one after it
    for t in range(x.shape[1]):
        states.append(np.tanh(x[:, t] @ weight_ih.T + bias_ih + states[t] @ weight_hh.T + bias_hh))

    norms = np.empty(x.shape[1], dtype=x.dtype)
    grad = grad_output
    for t in reversed(range(x.shape[1])):
        # equivalent: 1 - states[t + 1] ** 2 => (states[t + 1] ** 2) - 1, because a length knows no sign.
        delta = grad * (1 - states[t + 1] ** 2)
        norms[t] = np.linalg.norm(delta.T @ states[t])
        grad = delta @ weight_hh
    return norms
