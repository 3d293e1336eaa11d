r"""Many to one: read a whole sentence, then give one answer, for a batch of sentences of different lengths.

A plain recurrent network reads each sequence, from a state of zeros, and a linear layer turns one of its states into $K$ logits,
one for each class:

$$h_{n,t} = \tanh\!\left(W_{ih}\,x_{n,t} + b_{ih} + W_{hh}\,h_{n,t-1} + b_{hh}\right), \quad h_{n,0} = 0, \qquad
o_n = W_{out}\,h_{n,L_n} + b_{out}$$

The batch was padded to a rectangle: only the first $L_n$ steps of sequence $n$ are real, and `lengths[n]` is $L_n$. The state to
take is the one **after the last real step**, which is another column for each sequence. The last column of all would be the
state of a network that went on reading padding, and the answer would depend on how long the longest sentence of the batch is.

* What stands in the padding has no influence on the result, whatever it is, NaN and infinity included.
* `lengths` are integers from 1 to $T$ in any order, one for each sequence. Logits come in the order of the batch.
* Logits are scores: no softmax, no tanh.

Batch first, weights are (out, in). All arrays but `lengths` share one dtype, and the result has it too. Return a new array and do
not change the inputs.

Source: Goodfellow, Bengio and Courville 2016, *Deep learning*, section 10.2 (figure 10.5); the lengths are those of
`torch.nn.utils.rnn.pack_padded_sequence`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float, Int
    from numpy import ndarray as Array


# To be written without torch.nn.RNN, torch.nn.RNNCell, torch.rnn_tanh, torch.rnn_tanh_cell, torch.nn.utils.rnn,
# by whatever name.
def many_to_one(
    x: Float[Array, "N T D"],
    lengths: Int[Array, " N"],
    weight_ih: Float[Array, "H D"],
    weight_hh: Float[Array, "H H"],
    bias_ih: Float[Array, " H"],
    bias_hh: Float[Array, " H"],
    weight_out: Float[Array, "K H"],
    bias_out: Float[Array, " K"],
) -> Float[Array, "N K"]:
    """Classify padded sequences by the state after their last real step.

    Parameters
    ----------
    x : N sequences of D features at each step, padded at the end to T steps.
    lengths : how many steps of each sequence are real, from 1 to T.
    weight_ih : weights from the input to the hidden units.
    weight_hh : weights from the hidden units, one step earlier, to the hidden units.
    bias_ih : one number for each hidden unit, added to the input's part.
    bias_hh : one number for each hidden unit, added to the state's part.
    weight_out : weights from the hidden units to the logits.
    bias_out : one number for each class, added to the logits.

    Returns
    -------
    K logits for each sequence, in the dtype of `x`.

    Raises
    ------
    ValueError
        If a length is below 1 or above T. The message names the argument: lengths.

    Examples
    --------
    >>> x = np.array([[[1.0], [-2.0], [0.5]], [[-1.5], [9.0], [9.0]]])
    >>> weight_ih, weight_hh = np.array([[0.5], [-1.0]]), np.array([[0.5, -1.5], [1.0, 0.25]])
    >>> bias_ih, bias_hh = np.array([0.1, 0.0]), np.array([0.0, -0.3])
    >>> many_to_one(x, np.array([3, 1]), weight_ih, weight_hh, bias_ih, bias_hh, np.array([[2.0, 1.0]]), np.array([0.5]))
    array([[-0.81730395],
           [ 0.19031467]])
    """
    raise NotImplementedError("write many_to_one here")
