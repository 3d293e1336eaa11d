r"""The plain recurrent network: one layer that reads a sequence step by step and carries what it has seen in its state.

At every step the same weights turn the new input and the old state into the new state:

$$h_t = \tanh\!\left(W_{ih}\,x_t + b_{ih} + W_{hh}\,h_{t-1} + b_{hh}\right), \qquad t = 1, \dots, T$$

The batch comes first: `x[n, t]` is the input of sequence $n$ at step $t$, and the state before the first step is `h0[n]`.
In rows, as they lie in memory, a product with a weight of shape (out, in) is `x[:, t] @ weight_ih.T`.

* `weight_hh` is a full matrix: `weight_hh[i, j]` is the influence of unit $j$, one step ago, on unit $i$ now. A unit hears
  of all units, not only of itself.
* There are two biases, as in PyTorch. Only their sum matters, but both are there.
* The result holds the states after each step, $h_1$ to $h_T$ at `h[:, 0]` to `h[:, T-1]`. The given `h0` is not among them.
  $T$ is at least 1.

All arrays share one dtype, and the result has it too. Return a new array and do not change the inputs. Mind what tanh does
to extreme sums: large ones (finite) give -1 or 1 and not NaN, and tiny ones, 1e-20 say, give tiny states and not 0.

Source: Elman 1990, *Finding structure in time*, Cognitive Science 14; layout and names are those of
`torch.nn.RNN(batch_first=True)`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without torch.nn.RNN, torch.nn.RNNCell, torch.rnn_tanh, torch.rnn_tanh_cell, by whatever name.
def rnn_forward(
    x: Float[Array, "N T D"],
    h0: Float[Array, "N H"],
    weight_ih: Float[Array, "H D"],
    weight_hh: Float[Array, "H H"],
    bias_ih: Float[Array, " H"],
    bias_hh: Float[Array, " H"],
) -> Float[Array, "N T H"]:
    """Run a tanh recurrent network over a batch of sequences.

    Parameters
    ----------
    x : N sequences of T inputs with D features each, T at least 1.
    h0 : the state of each sequence before its first step.
    weight_ih : weights from the input to the hidden units.
    weight_hh : weights from the hidden units, one step earlier, to the hidden units.
    bias_ih : one number for each hidden unit, added to the input's part.
    bias_hh : one number for each hidden unit, added to the state's part.

    Returns
    -------
    The state after every step, in the dtype of `x`.

    Examples
    --------
    >>> x = np.array([[[0.5], [1.5], [-1.0]], [[2.0], [0.0], [-0.5]]])
    >>> h0 = np.array([[0.2, -0.4], [0.0, 0.6]])
    >>> weight_ih, weight_hh = np.array([[0.5], [-1.0]]), np.array([[0.5, -1.5], [1.0, 0.25]])
    >>> h = rnn_forward(x, h0, weight_ih, weight_hh, np.array([0.1, 0.0]), np.array([0.0, -0.3]))
    >>> h[0]
    array([[ 0.78180636, -0.60436778],
           [ 0.97309137, -0.82404301],
           [ 0.86743158,  0.89901909]])
    >>> h[1]
    array([[ 0.19737532, -0.97322616],
           [ 0.93001849, -0.33276222],
           [ 0.67187466,  0.78057006]])
    """
    raise NotImplementedError("write rnn_forward here")
