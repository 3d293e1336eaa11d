r"""A bidirectional recurrent network: one layer reads forwards, another one backwards, and each step sees the whole sequence.

Two plain recurrent networks with weights of their own, both from a state of zeros, read the same sequence of $L$ real steps:

$$\overrightarrow h_t = \tanh(W_{ih}\, x_t + b_{ih} + W_{hh}\, \overrightarrow h_{t-1} + b_{hh}), \qquad
\overleftarrow h_t = \tanh(W'_{ih}\, x_t + b'_{ih} + W'_{hh}\, \overleftarrow h_{t+1} + b'_{hh})$$

with $\overrightarrow h_0 = 0$ and $\overleftarrow h_{L+1} = 0$, for $t = 1, \dots, L$. The result at step $t$ is both states
side by side, the forward one first: $(\overrightarrow h_t, \overleftarrow h_t)$ has $2H$ entries. Both belong to the **same**
input $x_t$: the forward state has seen $x_1, \dots, x_t$, the backward state $x_L, \dots, x_t$.

The batch is padded at the end to $T$ steps, and `lengths[n]` is the $L$ of sequence $n$. The backward layer begins at the last
**real** step of each sequence, not in the padding. At the padded steps the result is exactly 0, and what stands in `x` there has
no influence at all, NaN and infinity included.

Lengths are integers from 1 to $T$, in any order. Batch first, weights are (out, in), and those that end in `_reverse` belong to
the layer that reads backwards. All arrays but `lengths` share one dtype, and the result has it too. Return a new array and do
not change the inputs.

Source: Schuster and Paliwal 1997, *Bidirectional recurrent neural networks*, IEEE Transactions on Signal Processing 45; names
are those of `torch.nn.RNN(bidirectional=True)`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float, Int
    from numpy import ndarray as Array

ABOUT = About(
    title="Bidirectional recurrent network",
    difficulty=2,
    points=10,
    needs=("rnn/rnn_forward", "rnn/pad_sequences"),
    questions=(
        "When can a bidirectional LSTM not be used?",
        "What does a bidirectional network know at each step, and how is a padded batch reversed?",
    ),
    hints=(
        "You need the plain recurrent network twice, so write it once, as an inner function that takes a sequence and four "
        "weights. The layer that reads backwards is nothing new: it is an ordinary one that is given the sequence in reverse. "
        "What comes out of it is in the order of reading, and has to be turned round again to fit the steps.",
        "With padding, a plain flip of the time axis would bring the padding to the front, and the backward layer would read it "
        "first. Turn round only the real part of each row and leave the padding where it is. One and the same rule does this "
        "before and after, since turning twice changes nothing. A loop over the sequences that cuts each to its length is fine.",
        "Without a loop over the batch, build an array of step numbers: in the real part they count down from the length minus "
        "one, elsewhere they stay. Index with it, with a column of row numbers beside it. Join both results along the last "
        "axis, and choose zeros for the padded steps; multiplying with zeros would keep a NaN alive.",
    ),
    forbid=("torch.nn.RNN", "torch.nn.RNNCell", "torch.rnn_tanh", "torch.rnn_tanh_cell", "torch.nn.utils.rnn"),
)


def birnn(
    x: Float[Array, "N T D"],
    lengths: Int[Array, " N"],
    weight_ih: Float[Array, "H D"],
    weight_hh: Float[Array, "H H"],
    bias_ih: Float[Array, " H"],
    bias_hh: Float[Array, " H"],
    weight_ih_reverse: Float[Array, "H D"],
    weight_hh_reverse: Float[Array, "H H"],
    bias_ih_reverse: Float[Array, " H"],
    bias_hh_reverse: Float[Array, " H"],
) -> Float[Array, "N T 2H"]:
    """Read padded sequences in both directions.

    Parameters
    ----------
    x : N sequences of D features at each step, padded at the end to T steps.
    lengths : how many steps of each sequence are real, from 1 to T.
    weight_ih : weights from the input to the units of the forward layer.
    weight_hh : weights from the units of the forward layer, one step earlier, to themselves.
    bias_ih : one number for each unit of the forward layer, added to the input's part.
    bias_hh : one number for each unit of the forward layer, added to the state's part.
    weight_ih_reverse : like `weight_ih`, for the layer that reads backwards.
    weight_hh_reverse : like `weight_hh`, for the layer that reads backwards.
    bias_ih_reverse : like `bias_ih`, for the layer that reads backwards.
    bias_hh_reverse : like `bias_hh`, for the layer that reads backwards.

    Returns
    -------
    The forward and the backward state of each step, joined along the last axis, 0 where a step is padding; in the dtype of `x`.

    Raises
    ------
    ValueError
        If a length is below 1 or above T. The message names the argument: lengths.

    Examples
    --------
    >>> x, lengths = np.array([[[1.0], [-2.0], [0.5]], [[2.0], [-1.0], [9.0]]]), np.array([3, 2])
    >>> forward = np.array([[0.5]]), np.array([[-0.8]]), np.array([0.25]), np.array([0.0])
    >>> reverse = np.array([[1.0]]), np.array([[0.5]]), np.array([0.0]), np.array([-0.1])
    >>> h = birnn(x, lengths, *forward, *reverse)
    >>> h[0]
    array([[ 0.63514895,  0.39815651],
           [-0.85054475, -0.95708756],
           [ 0.82758898,  0.37994896]])
    >>> h[1]
    array([[ 0.84828364,  0.90510316],
           [-0.72995308, -0.80049902],
           [ 0.        ,  0.        ]])
    """
    if lengths.min() < 1 or lengths.max() > x.shape[1]:
        raise ValueError(f"lengths must be from 1 to {x.shape[1]}, got {lengths}")

    def read(
        x: Float[Array, "N T D"], weight_ih: Float[Array, "H D"], weight_hh: Float[Array, "H H"], bias: Float[Array, " H"]
    ) -> Float[Array, "N T H"]:
        states = []
        state = np.zeros((len(x), len(weight_hh)), dtype=x.dtype)
        for t in range(x.shape[1]):
            state = np.tanh(x[:, t] @ weight_ih.T + state @ weight_hh.T + bias)
            states.append(state)
        return np.stack(states, axis=1)

    step, length = np.arange(x.shape[1]), lengths[:, None]
    real = step < length
    turn = np.arange(len(x))[:, None], np.where(real, length - 1 - step, step)  # its own inverse
    forward = read(x, weight_ih, weight_hh, bias_ih + bias_hh)
    backward = read(x[turn], weight_ih_reverse, weight_hh_reverse, bias_ih_reverse + bias_hh_reverse)[turn]
    return np.where(real[:, :, None], np.concatenate([forward, backward], axis=2), 0)
