r"""One step of a GRU: a single state, a gate that mixes old and new, and a gate that decides how much of the old the new may see.

From the input $x$ and the old state $h$ come two gates, and then a candidate $n$:

$$\begin{aligned} r &= \sigma(W_{ir}\,x + b_{ir} + W_{hr}\,h + b_{hr}) &\quad& \text{reset gate} \\
z &= \sigma(W_{iz}\,x + b_{iz} + W_{hz}\,h + b_{hz}) && \text{update gate} \\
n &= \tanh\bigl(W_{in}\,x + b_{in} + r \odot (W_{hn}\,h + b_{hn})\bigr) && \text{candidate, reset after the product} \\
h' &= (1 - z) \odot n + z \odot h \end{aligned}$$

So $z$ is the share that is **kept**, as in PyTorch; some papers mean the other share. There is no cell beside the state, no
output gate, and the two shares add up to 1.

This is the form of cuDNN and PyTorch. In the paper of 2014 the reset gate acts on the state **before** the product. With
`reset_after=False` compute

$$n = \tanh\bigl(W_{in}\,x + b_{in} + W_{hn}\,(r \odot h) + b_{hn}\bigr)$$

where the bias is outside the reach of the reset gate. Weights trained for one form are wrong for the other.

The weights come stacked, in the order $r, z, n$: the first $H$ rows of `weight_ih`, of `weight_hh` and of both biases belong to
the reset gate, the next $H$ to the update gate, the last $H$ to the candidate. The batch comes first.

All arrays share one dtype, and the result has it. Return a new array and do not change the inputs. Large sums (finite) open or
close a gate entirely, and nothing is NaN; a gate that is almost closed, at $10^{-20}$ say, is almost zero and not zero.

Source: Cho and others 2014, *Learning phrase representations using RNN encoder-decoder*, section 2.3; layout, names and the
default form are those of `torch.nn.GRUCell`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without torch.nn.GRU, torch.nn.GRUCell, torch.gru, torch.gru_cell, torch._VF.gru,
# torch._VF.gru_cell, by whatever name.
def gru_step(
    x: Float[Array, "N D"],
    h: Float[Array, "N H"],
    weight_ih: Float[Array, "3H D"],
    weight_hh: Float[Array, "3H H"],
    bias_ih: Float[Array, " 3H"],
    bias_hh: Float[Array, " 3H"],
    reset_after: bool = True,
) -> Float[Array, "N H"]:
    """Take a GRU one step on.

    Parameters
    ----------
    x : N inputs with D features each.
    h : the state of each sequence one step earlier.
    weight_ih : weights from the input to the three blocks, in the order r, z, n.
    weight_hh : weights from the old state to the three blocks, in the same order.
    bias_ih : added to the input's part, in the same order.
    bias_hh : added to the part of the old state, in the same order.
    reset_after : whether the reset gate acts after the product with the state, as in PyTorch, or before it.

    Returns
    -------
    The new state, in the dtype of `x`.

    Examples
    --------
    >>> x, h = np.array([[0.5]]), np.array([[0.25, -0.75]])
    >>> weight_ih = np.array([[1.0], [-0.5], [2.0], [0.0], [1.5], [-1.0]])
    >>> weight_hh = np.array([[0.5, 1.0], [0.0, -1.0], [2.0, 0.5], [0.0, 1.0], [-1.0, 2.0], [0.5, 1.5]])
    >>> bias_ih, bias_hh = np.array([0.0, 1.0, 0.0, -0.5, 0.25, 0.0]), np.array([0.5, 0.0, 0.0, 0.0, 1.0, -1.0])
    >>> gru_step(x, h, weight_ih, weight_hh, bias_ih, bias_hh)
    array([[ 0.31240625, -0.9228949 ]])
    >>> gru_step(x, h, weight_ih, weight_hh, bias_ih, bias_hh, reset_after=False)
    array([[ 0.32473284, -0.93019263]])
    """
    raise NotImplementedError("write gru_step here")
