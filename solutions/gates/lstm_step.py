r"""One step of an LSTM: a memory that is added to, and three gates that say what to write, what to keep and what to show.

From the input $x$ and the old output $h$ come four vectors of $H$ numbers, each with weights and biases of its own:

$$\begin{aligned} i &= \sigma(W_{ii}\,x + b_{ii} + W_{hi}\,h + b_{hi}) &\quad& \text{input gate: how much is written} \\
f &= \sigma(W_{if}\,x + b_{if} + W_{hf}\,h + b_{hf}) && \text{forget gate: how much is kept} \\
g &= \tanh(W_{ig}\,x + b_{ig} + W_{hg}\,h + b_{hg}) && \text{candidate: what is written} \\
o &= \sigma(W_{io}\,x + b_{io} + W_{ho}\,h + b_{ho}) && \text{output gate: how much is shown} \end{aligned}$$

and from them the new cell state and the new output, element by element:

$$c' = f \odot c + i \odot g, \qquad h' = o \odot \tanh(c')$$

The weights come stacked, in the order $i, f, g, o$: the first $H$ rows of `weight_ih`, of `weight_hh` and of both biases belong
to the input gate, the next $H$ to the forget gate, and so on. So `weight_ih` has the shape $(4H, D)$, `weight_hh` has $(4H, H)$
and each bias has $4H$ entries. The batch comes first.

Return $h'$ and $c'$, in this order. All arrays share one dtype, and both results have it. Return new arrays and do not change the
inputs. Mind extreme sums: large ones (finite) open or close a gate entirely, and nothing is NaN; a gate that is almost closed, at
$10^{-20}$ say, is almost zero and not zero.

Source: Hochreiter and Schmidhuber 1997, *Long short-term memory*; the forget gate is that of Gers, Schmidhuber and Cummins 2000;
layout and names are those of `torch.nn.LSTMCell`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="One step of an LSTM",
    difficulty=2,
    points=10,
    needs=("rnn/rnn_forward", "gates/gated_update"),
    questions=(
        "How does an LSTM work, step by step?",
        "What is an LSTM, and why does it matter?",
        "Why do networks have gates?",
    ),
    hints=(
        "Up to the activations this is a plain recurrent step, only with four times as many rows: one product with the input, "
        "one with the old output, and two biases give an array of shape (N, 4H). No four separate layers are needed. Write this "
        "sum first and check its shape, before you think of gates.",
        "Cut the sum into four equal blocks along its last axis, in the order input gate, forget gate, candidate, output gate. "
        "Three of them pass a sigmoid, since a gate is a share between 0 and 1. The candidate passes tanh, since what is "
        "written may be negative as well. Everything that follows works element by element.",
        "The new cell is the old one times the forget gate, plus the candidate times the input gate; no squashing, or the memory "
        "would fade at each step. Only for the output it passes tanh, and then the output gate decides how much is seen. A "
        "sigmoid that divides one exponential by another gives NaN for large sums, and one made of tanh loses small values.",
    ),
    forbid=("torch.nn.LSTM", "torch.nn.LSTMCell", "torch.lstm", "torch.lstm_cell", "torch._VF.lstm", "torch._VF.lstm_cell"),
)


def lstm_step(
    x: Float[Array, "N D"],
    h: Float[Array, "N H"],
    c: Float[Array, "N H"],
    weight_ih: Float[Array, "4H D"],
    weight_hh: Float[Array, "4H H"],
    bias_ih: Float[Array, " 4H"],
    bias_hh: Float[Array, " 4H"],
) -> tuple[Float[Array, "N H"], Float[Array, "N H"]]:
    """Take an LSTM one step on.

    Parameters
    ----------
    x : N inputs with D features each.
    h : the output of each sequence one step earlier.
    c : the cell state of each sequence one step earlier.
    weight_ih : weights from the input to the four blocks, in the order i, f, g, o.
    weight_hh : weights from the old output to the four blocks, in the same order.
    bias_ih : added to the input's part, in the same order.
    bias_hh : added to the part of the old output, in the same order.

    Returns
    -------
    The new output and the new cell state, in the dtype of `x`.

    Examples
    --------
    >>> x, h, c = np.array([[0.5], [-2.0]]), np.array([[0.25], [0.0]]), np.array([[3.0], [-1.0]])
    >>> weight_ih, weight_hh = np.array([[1.0], [-0.5], [2.0], [0.0]]), np.array([[0.5], [0.0], [-1.0], [2.0]])
    >>> bias_ih, bias_hh = np.array([0.0, 1.0, 0.0, -0.5]), np.array([0.5, 0.0, 0.0, 0.0])
    >>> h, c = lstm_step(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh)
    >>> h
    array([[ 0.49352968],
           [-0.29706695]])
    >>> c
    array([[ 2.51701956],
           [-1.06310025]])
    """

    def sigmoid(z: Float[Array, "N H"]) -> Float[Array, "N H"]:
        return np.exp(np.minimum(z, 0)) / (1 + np.exp(-np.abs(z)))  # neither exponential overflows

    i, f, g, o = np.split(x @ weight_ih.T + bias_ih + h @ weight_hh.T + bias_hh, 4, axis=1)
    c = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
    return sigmoid(o) * np.tanh(c), c
