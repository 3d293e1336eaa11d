r"""From a list of sentences to one rectangular array, and a mask that remembers what is real.

A batch has to be a rectangle, and sentences are not equally long. So each of the $N$ sequences is filled up **at its end** to the
length $T$ of the longest one, and a mask says which entries are real: with $L_n$ the length of sequence $n$,

$$x_{nt} = \begin{cases} s_{n,t} & t < L_n \\ \text{padding\_value} & t \ge L_n \end{cases} \qquad\qquad
m_{nt} = \text{True exactly where } t < L_n, \qquad t = 0, \dots, T - 1$$

The mask cannot be found in the padded array again, because `padding_value` may be a token like any other: a sentence may well
contain it. It is the lengths that decide.

* The batch comes first: both results have the shape $(N, T)$. The sequences stay in the order in which they come.
* Nothing is cut off, and no column is without need: $T = \max_n L_n$.
* An empty sequence is allowed, and gives a row of padding. If all are empty then $T = 0$. There is at least one sequence.
* All sequences have one dtype, mostly integers, numbers of tokens; they may as well be floats. `x` has that dtype, and
  `padding_value` is a number that it can hold. The mask is of booleans.

Return new arrays and do not change the input.

Source: Goodfellow, Bengio and Courville 2016, *Deep learning*, chapter 10; names are those of
`torch.nn.utils.rnn.pad_sequence(batch_first=True)`, which leaves the mask to you.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Bool, Int
    from numpy import ndarray as Array

ABOUT = About(
    title="Padding sequences to one length",
    difficulty=1,
    points=5,
    questions=(
        "Why do recurrent networks suit text?",
        "How do you batch sequences of different lengths?",
    ),
    hints=(
        "Take paper and write three short sentences below each other, flush left. The rectangle that just contains them is the "
        "result, and the holes at the right are the padding. What do you need to know before you can draw that rectangle? "
        "Two numbers: how many sentences there are, and how long the longest of them is.",
        "Start from a rectangle that is full of padding and of the dtype of the sequences, and a mask of the same shape that is "
        "False everywhere. Then put each sequence into the beginning of its row, and mark the same places in the mask. An "
        "empty sequence then needs no special care, since a slice of length zero takes nothing.",
        "Without a loop: the mask comes first. Column numbers, laid out as a row, compared with the lengths as a column, "
        "give the whole mask in one comparison, by broadcasting. A boolean mask used as an index walks through the True places "
        "row by row, and this is just the order in which the sequences stand if you join them end to end.",
    ),
    forbid=("torch.nn.utils.rnn", "torch._C._nn.pad_sequence"),
)


def pad_sequences(sequences: list[Int[Array, " L"]], padding_value: float = 0) -> tuple[Int[Array, "N T"], Bool[Array, "N T"]]:
    """Fill sequences up to the length of the longest one, and say which entries are real.

    Parameters
    ----------
    sequences : N arrays with one axis each, in one dtype, of any lengths, 0 included; N is at least 1.
    padding_value : the number that fills up the shorter ones.

    Returns
    -------
    The padded array `x`, in the dtype of the sequences, and the mask: True for real entries, False for padding. T is the length
    of the longest sequence.

    Examples
    --------
    >>> x, mask = pad_sequences([np.array([5, 0]), np.array([7, 8, 9]), np.array([4])])
    >>> x
    array([[5, 0, 0],
           [7, 8, 9],
           [4, 0, 0]])
    >>> mask
    array([[ True,  True, False],
           [ True,  True,  True],
           [ True, False, False]])
    """
    lengths = np.array([len(sequence) for sequence in sequences])
    mask = np.arange(max(lengths)) < lengths[:, None]
    tokens = np.concatenate(sequences)
    x = np.full(mask.shape, padding_value, dtype=tokens.dtype)
    x[mask] = tokens  # row by row
    return x, mask
