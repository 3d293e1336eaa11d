"""The same in PyTorch, from primitives.  With autograd one would break the graph in the forward pass, at the state after every k
steps: the number goes on, the graph ends.  Whoever forgets it keeps the graph of the whole past in memory.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def truncated_bptt(
    x: Float[Tensor, "N T D"],
    h0: Float[Tensor, "N H"],
    weight_ih: Float[Tensor, "H D"],
    weight_hh: Float[Tensor, "H H"],
    bias_ih: Float[Tensor, " H"],
    bias_hh: Float[Tensor, " H"],
    target: Float[Tensor, "N T H"],
    k: int,
) -> tuple[
    Float[Tensor, ""],
    tuple[
        Float[Tensor, "N T D"],
        Float[Tensor, "N H"],
        Float[Tensor, "H D"],
        Float[Tensor, "H H"],
        Float[Tensor, " H"],
        Float[Tensor, " H"],
    ],
]:
    """Compute the squared-error loss of a tanh recurrent network and its truncated gradients."""
    if k < 1:
        raise ValueError(f"k must be at least 1, got {k}")
    states = [h0]  # states[t] is the state before step t, states[t + 1] the one after it
    for inputs in x.unbind(dim=1):
        states.append(torch.tanh(inputs @ weight_ih.T + bias_ih + states[-1] @ weight_hh.T + bias_hh))
    before, after = torch.stack(states[:-1], dim=1), torch.stack(states[1:], dim=1)
    error = after - target
    loss = 0.5 * (error**2).sum()

    deltas = []  # dL/dz of each step, the last one first
    from_later = torch.zeros_like(h0)  # dL/dh of the current state, as far as later steps are concerned
    for t in reversed(range(x.shape[1])):
        if (t + 1) % k == 0:  # the next step belongs to another piece
            from_later = torch.zeros_like(h0)
        deltas.append((error[:, t] + from_later) * (1 - after[:, t] ** 2))
        from_later = deltas[-1] @ weight_hh
    delta = torch.stack(deltas[::-1], dim=1)  # (N, T, H)

    grad_weight_ih = torch.einsum("nth,ntd->hd", delta, x)  # the sum over sequences and steps
    grad_weight_hh = torch.einsum("nti,ntj->ij", delta, before)
    grad_bias = delta.flatten(0, 1).sum(dim=0)
    return loss, (delta @ weight_ih, from_later, grad_weight_ih, grad_weight_hh, grad_bias, grad_bias)
