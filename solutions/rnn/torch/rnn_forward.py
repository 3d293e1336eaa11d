"""The same in PyTorch, from primitives.  The states go into a list and are stacked at the end: each step makes a new tensor, and
autograd keeps all of them.  The graph is as deep as the sequence is long; `backward` through it is backpropagation through time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def rnn_forward(
    x: Float[Tensor, "N T D"],
    h0: Float[Tensor, "N H"],
    weight_ih: Float[Tensor, "H D"],
    weight_hh: Float[Tensor, "H H"],
    bias_ih: Float[Tensor, " H"],
    bias_hh: Float[Tensor, " H"],
) -> Float[Tensor, "N T H"]:
    """Run a tanh recurrent network over a batch of sequences."""
    states, state = [], h0
    for inputs in x.unbind(dim=1):  # one step after another, each (N, D)
        state = torch.tanh(inputs @ weight_ih.T + bias_ih + state @ weight_hh.T + bias_hh)
        states.append(state)
    return torch.stack(states, dim=1)
