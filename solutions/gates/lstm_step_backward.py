r"""The way back through one step of an LSTM: where the gradient of the memory comes from, and where it goes.

The forward step, with the four blocks of `weight_ih`, `weight_hh` and the biases in the order $i, f, g, o$, is

$$\begin{aligned} z &= W_{ih}\,x + b_{ih} + W_{hh}\,h + b_{hh}, & i &= \sigma(z_i),\; f = \sigma(z_f),\; g = \tanh(z_g),\;
o = \sigma(z_o), \\ c' &= f \odot c + i \odot g, & h' &= o \odot \tanh(c') \end{aligned}$$

Both results are used later, so two gradients come in: `grad_h` is $\partial L/\partial h'$ and `grad_c` is $\partial L / \partial
c'$, the latter from the next step alone. But $c'$ acts on the loss through $h'$ as well. So its total gradient is

$$d = \frac{\partial L}{\partial c'} + \frac{\partial L}{\partial h'} \odot o \odot \bigl(1 - \tanh^2(c')\bigr)$$

and from it follow the old cell, $\partial L/\partial c = d \odot f$, and the gradients of the four sums before their activations,
where a sigmoid has the slope $s\,(1 - s)$ and a tanh $1 - s^2$, written with its own output $s$:

$$\begin{aligned} \delta_i &= d \odot g \odot i\,(1 - i), & \delta_f &= d \odot c \odot f\,(1 - f), \\ \delta_g &= d \odot i
\odot (1 - g^2), & \delta_o &= \frac{\partial L}{\partial h'} \odot \tanh(c') \odot o\,(1 - o) \end{aligned}$$

Stacked to $\delta$ in the order $i, f, g, o$ they give all the rest, as in a dense layer: $W_{ih}^{\mathsf T}\,\delta$ for $x$
and $W_{hh}^{\mathsf T}\,\delta$ for $h$, and, summed over the batch, $\delta\,x^{\mathsf T}$ for $W_{ih}$, $\delta\,h^{\mathsf
T}$ for $W_{hh}$ and $\delta$ for each of the two biases.

No cache is handed over: run the forward step again. Return seven gradients in the order of the arguments of the forward step,
each shaped like what it belongs to; those of the two biases are equal, and may be one array. Batch first; sums over the batch
are not divided. All arrays share one dtype, and each gradient has it. Saturated gates have a slope of 0, and nothing is NaN.
Return new arrays and do not change the inputs.

Source: Graves and Schmidhuber 2005, *Framewise phoneme classification with bidirectional LSTM*, appendix A (the full gradient).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Backward pass of an LSTM step",
    difficulty=3,
    points=15,
    needs=("gates/lstm_step", "gates/cell_gradient", "rnn/bptt"),
    questions=(
        "How does an LSTM mitigate vanishing gradients?",
        "How does an LSTM work, step by step?",
    ),
    hints=(
        "Draw the step as a graph, with one node for each operation, and mark on each arrow the factor that a gradient meets "
        "when it goes back along it. From the new cell two arrows leave: one to the next step and one through tanh to the "
        "output. Whatever leaves on two arrows gets the sum of two gradients, and this sum is needed before anything else.",
        "A product hands each of its factors the gradient times the other factor. So the forget gate gets the total gradient of "
        "the cell times the old cell, and the old cell gets it times the forget gate. Treat input gate and candidate alike. The "
        "output gate belongs to the other product and never sees the gradient of the cell.",
        "Turn the gradients of the four activations into those of their sums by the slopes, each written with its output, and "
        "join them along the last axis in the order i, f, g, o. What remains is a dense layer with two inputs: five products "
        "and sums, two of them over the batch axis. The state in the gradient of the second matrix is the old one.",
    ),
    forbid=("autograd",),
    skip={"gradients_flow": "It computes gradients itself, and may well do so without autograd."},
)


def lstm_step_backward(
    grad_h: Float[Array, "N H"],
    grad_c: Float[Array, "N H"],
    x: Float[Array, "N D"],
    h: Float[Array, "N H"],
    c: Float[Array, "N H"],
    weight_ih: Float[Array, "4H D"],
    weight_hh: Float[Array, "4H H"],
    bias_ih: Float[Array, " 4H"],
    bias_hh: Float[Array, " 4H"],
) -> tuple[
    Float[Array, "N D"],
    Float[Array, "N H"],
    Float[Array, "N H"],
    Float[Array, "4H D"],
    Float[Array, "4H H"],
    Float[Array, " 4H"],
    Float[Array, " 4H"],
]:
    """Turn the gradients of an LSTM step's results into those of its arguments.

    Parameters
    ----------
    grad_h : gradient of the loss by the new output.
    grad_c : gradient of the loss by the new cell state, without the path through the new output.
    x : N inputs with D features each.
    h : the output of each sequence one step earlier.
    c : the cell state of each sequence one step earlier.
    weight_ih : weights from the input to the four blocks, in the order i, f, g, o.
    weight_hh : weights from the old output to the four blocks, in the same order.
    bias_ih : added to the input's part, in the same order.
    bias_hh : added to the part of the old output, in the same order.

    Returns
    -------
    The gradients of x, h, c, weight_ih, weight_hh, bias_ih and bias_hh, a tuple of seven.

    Examples
    --------
    >>> x, h, c = np.array([[0.5]]), np.array([[0.25]]), np.array([[1.5]])
    >>> weight_ih, weight_hh = np.array([[1.0], [-0.5], [2.0], [0.0]]), np.array([[0.5], [0.0], [-1.0], [2.0]])
    >>> bias_ih, bias_hh = np.array([0.0, 1.0, 0.0, -0.5]), np.array([0.5, 0.0, 0.0, 0.0])
    >>> grad_h, grad_c = np.array([[2.0]]), np.array([[-0.5]])
    >>> grads = lstm_step_backward(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh)
    >>> np.concatenate([grad.ravel() for grad in grads[:3]])
    array([-0.27245385,  1.02964737, -0.21646822])
    >>> grads[5]
    array([-0.0374542 , -0.10417142, -0.14354268,  0.45241589])
    """

    def sigmoid(z: Float[Array, "N H"]) -> Float[Array, "N H"]:
        return np.exp(np.minimum(z, 0)) / (1 + np.exp(-np.abs(z)))  # neither exponential overflows

    z_i, z_f, z_g, z_o = np.split(x @ weight_ih.T + bias_ih + h @ weight_hh.T + bias_hh, 4, axis=1)
    i, f, g, o = sigmoid(z_i), sigmoid(z_f), np.tanh(z_g), sigmoid(z_o)
    shown = np.tanh(f * c + i * g)

    total = grad_c + grad_h * o * (1 - shown**2)
    delta_i = total * g * i * (1 - i)
    delta_f = total * c * f * (1 - f)
    delta_g = total * i * (1 - g**2)
    delta_o = grad_h * shown * o * (1 - o)
    delta = np.concatenate([delta_i, delta_f, delta_g, delta_o], axis=1)
    grad_bias = delta.sum(axis=0)
    return delta @ weight_ih, delta @ weight_hh, total * f, delta.T @ x, delta.T @ h, grad_bias, grad_bias
