"""The same in PyTorch, from primitives.  Autograd could do the second half, and would do just this: walk the graph of the loop
from its end and add up what reaches each weight.  Nothing is changed in place, so that one can differentiate once more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def bptt(
    x: Float[Tensor, "N T D"],
    h0: Float[Tensor, "N H"],
    weight_ih: Float[Tensor, "H D"],
    weight_hh: Float[Tensor, "H H"],
    bias_ih: Float[Tensor, " H"],
    bias_hh: Float[Tensor, " H"],
    target: Float[Tensor, "N T H"],
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
    """Compute the squared-error loss of a tanh recurrent network and its gradients."""
    states = [h0]  # states[t] is the state before step t, states[t + 1] the one after it
    for inputs in x.unbind(dim=1):
        states.append(torch.tanh(inputs @ weight_ih.T + bias_ih + states[-1] @ weight_hh.T + bias_hh))
    before, after = torch.stack(states[:-1], dim=1), torch.stack(states[1:], dim=1)
    error = after - target
    loss = 0.5 * (error**2).sum()

    deltas = []  # dL/dz of each step, the last one first
    from_later = torch.zeros_like(h0)  # dL/dh of the current state, as far as later steps are concerned
    for t in reversed(range(x.shape[1])):
        deltas.append((error[:, t] + from_later) * (1 - after[:, t] ** 2))
        from_later = deltas[-1] @ weight_hh
    delta = torch.stack(deltas[::-1], dim=1)  # (N, T, H)

    grad_weight_ih = torch.einsum("nth,ntd->hd", delta, x)  # the sum over sequences and steps
    grad_weight_hh = torch.einsum("nti,ntj->ij", delta, before)
    grad_bias = delta.flatten(0, 1).sum(dim=0)
    return loss, (delta @ weight_ih, from_later, grad_weight_ih, grad_weight_hh, grad_bias, grad_bias)
