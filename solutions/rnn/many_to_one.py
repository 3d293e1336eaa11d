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

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float, Int
    from numpy import ndarray as Array

ABOUT = About(
    title="Many-to-one recurrent classifier",
    difficulty=2,
    points=10,
    needs=("rnn/rnn_forward", "rnn/pad_sequences"),
    questions=(
        "When is a many-to-one recurrent network appropriate?",
        "Which state of a padded sequence goes into the classifier?",
        "What are recurrent networks applied to?",
    ),
    hints=(
        "Think of one sequence at a time: cut off its padding, run the plain recurrent network over what is left, and take the "
        "state it ends in. This is the definition of the right answer, and a loop over the batch that does just this is a fine "
        "first solution. Then ask what changes if you let the network run on over the padding and look at an earlier state.",
        "A state depends on earlier inputs only, so all states up to the last real one are untouched by the padding that comes "
        "later. Run the whole rectangle, keep all states, and pick one for each sequence afterwards. Mind the difference of one "
        "between a length and the position of the last real step, and that a length of zero would then silently mean the end.",
        "Picking a different column in each row needs two arrays of indices: the rows 0, 1, 2 and so on, and the columns. A "
        "colon for the rows would give you every column for every row instead. Alternatively carry one state and keep the old "
        "one where the sequence has ended, by choosing and not by multiplying with 0, since 0 times NaN is NaN.",
    ),
    forbid=("torch.nn.RNN", "torch.nn.RNNCell", "torch.rnn_tanh", "torch.rnn_tanh_cell", "torch.nn.utils.rnn"),
)


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
    if lengths.min() < 1 or lengths.max() > x.shape[1]:
        raise ValueError(f"lengths must be from 1 to {x.shape[1]}, got {lengths}")
    states = []
    state = np.zeros((len(x), len(weight_hh)), dtype=x.dtype)
    for t in range(x.shape[1]):
        state = np.tanh(x[:, t] @ weight_ih.T + bias_ih + state @ weight_hh.T + bias_hh)
        states.append(state)
    last = np.stack(states)[lengths - 1, np.arange(len(x))]  # another step for each sequence
    return last @ weight_out.T + bias_out
