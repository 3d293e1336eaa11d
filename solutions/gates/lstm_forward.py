r"""An LSTM reads a batch of sequences: two things travel along, the output and the cell.

At every step the same weights turn the input $x_t$, the output $h_{t-1}$ and the cell $c_{t-1}$ into the next output and cell:

$$\begin{aligned} i_t &= \sigma(W_{ii}\,x_t + b_{ii} + W_{hi}\,h_{t-1} + b_{hi}) & f_t &= \sigma(W_{if}\,x_t + b_{if} +
W_{hf}\,h_{t-1} + b_{hf}) \\ g_t &= \tanh(W_{ig}\,x_t + b_{ig} + W_{hg}\,h_{t-1} + b_{hg}) & o_t &= \sigma(W_{io}\,x_t + b_{io} +
W_{ho}\,h_{t-1} + b_{ho}) \\ c_t &= f_t \odot c_{t-1} + i_t \odot g_t & h_t &= o_t \odot \tanh(c_t) \end{aligned}$$

for $t = 1, \dots, T$, from the given `h0` and `c0`. The rows of the weights and the entries of the biases are stacked in the
order $i, f, g, o$, with $H$ in each block. The batch comes first: `x[n, t]` is an input, and $T$ is at least 1.

Return two things: the outputs after **every** step, $h_1$ to $h_T$ at `h[:, 0]` to `h[:, T-1]`, and the cell after the **last**
one, $c_T$. With them one can go on where the sequence ended, as `h[:, -1]` is the other half of the state.

All arrays share one dtype, and both results have it. Return new arrays and do not change the inputs. Large sums (finite) open or
close a gate entirely, and nothing is NaN.

Source: Hochreiter and Schmidhuber 1997, *Long short-term memory*; Gers, Schmidhuber and Cummins 2000, *Learning to forget*;
layout and names are those of `torch.nn.LSTM(batch_first=True)`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="LSTM over a sequence",
    difficulty=2,
    points=10,
    needs=("gates/lstm_step",),
    questions=(
        "How does an LSTM work, step by step?",
        "What is an LSTM, and why does it matter?",
        "What is the difference between the output and the cell of an LSTM?",
    ),
    hints=(
        "If you can take one step, the rest is a loop with two variables, the current output and the current cell. Both start "
        "from what you are given, both are replaced at the end of each turn, and both are needed in the next one. Only one of "
        "them is stored for every step. Decide which, and what becomes of the other.",
        "The products with the inputs need not wait for the loop: all steps at once give an array of shape (N, T, 4H), which may "
        "be computed before. Inside the loop the product with the old output is left. Add, cut into four blocks of equal size "
        "along the last axis, three sigmoids and one tanh, and update the cell before the output, which shows the new cell.",
        "Put the outputs into a list and stack them along axis 1, or fill an array of the dtype of x (in PyTorch do not read "
        "back from it). Make new arrays at each step. An update in place would change the caller's first cell, and a list that "
        "holds one and the same array T times shows the last output everywhere.",
    ),
    forbid=("torch.nn.LSTM", "torch.nn.LSTMCell", "torch.lstm", "torch.lstm_cell", "torch._VF.lstm", "torch._VF.lstm_cell"),
)


def lstm_forward(
    x: Float[Array, "N T D"],
    h0: Float[Array, "N H"],
    c0: Float[Array, "N H"],
    weight_ih: Float[Array, "4H D"],
    weight_hh: Float[Array, "4H H"],
    bias_ih: Float[Array, " 4H"],
    bias_hh: Float[Array, " 4H"],
) -> tuple[Float[Array, "N T H"], Float[Array, "N H"]]:
    """Run an LSTM over a batch of sequences.

    Parameters
    ----------
    x : N sequences of T inputs with D features each, T at least 1.
    h0 : the output of each sequence before its first step.
    c0 : the cell state of each sequence before its first step.
    weight_ih : weights from the input to the four blocks, in the order i, f, g, o.
    weight_hh : weights from the output, one step earlier, to the four blocks, in the same order.
    bias_ih : added to the input's part, in the same order.
    bias_hh : added to the part of the output, in the same order.

    Returns
    -------
    The output after every step and the cell state after the last one, in the dtype of `x`.

    Examples
    --------
    >>> x, h0, c0 = np.array([[[0.5], [-2.0], [1.0]]]), np.array([[0.25]]), np.array([[3.0]])
    >>> weight_ih, weight_hh = np.array([[1.0], [-0.5], [2.0], [0.0]]), np.array([[0.5], [0.0], [-1.0], [2.0]])
    >>> bias_ih, bias_hh = np.array([0.0, 1.0, 0.0, -0.5]), np.array([0.5, 0.0, 0.0, 0.0])
    >>> h, c = lstm_forward(x, h0, c0, weight_ih, weight_hh, bias_ih, bias_hh)
    >>> h
    array([[[0.49352968],
            [0.59690729],
            [0.64291792]]])
    >>> c
    array([[2.00191192]])
    """

    def sigmoid(z: Float[Array, "N H"]) -> Float[Array, "N H"]:
        return np.exp(np.minimum(z, 0)) / (1 + np.exp(-np.abs(z)))  # neither exponential overflows

    outputs, h, c = [], h0, c0
    for t in range(x.shape[1]):
        i, f, g, o = np.split(x[:, t] @ weight_ih.T + bias_ih + h @ weight_hh.T + bias_hh, 4, axis=1)
        c = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
        h = sigmoid(o) * np.tanh(c)
        outputs.append(h)
    return np.stack(outputs, axis=1), c
