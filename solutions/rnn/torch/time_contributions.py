"""The same in PyTorch, from primitives.  In practice one would ask autograd for the gradient of each state (`retain_grad`) and
plot its norm over time: the picture that tells at once whether a network can learn from the distant past.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def time_contributions(
    x: Float[Tensor, "N T D"],
    h0: Float[Tensor, "N H"],
    weight_ih: Float[Tensor, "H D"],
    weight_hh: Float[Tensor, "H H"],
    bias_ih: Float[Tensor, " H"],
    bias_hh: Float[Tensor, " H"],
    grad_output: Float[Tensor, "N H"],
) -> Float[Tensor, " T"]:
    """Measure the share that each step has in the gradient of `weight_hh`."""
    states = [h0]  # states[t] is the state before step t, states[t + 1] the one after it
    for inputs in x.unbind(dim=1):
        states.append(torch.tanh(inputs @ weight_ih.T + bias_ih + states[-1] @ weight_hh.T + bias_hh))

    norms, grad = [], grad_output
    for t in reversed(range(x.shape[1])):
        # equivalent: 1 - states[t + 1] ** 2 => (states[t + 1] ** 2) - 1, because a length knows no sign.
        delta = grad * (1 - states[t + 1] ** 2)
        norms.append(torch.linalg.matrix_norm(delta.T @ states[t]))
        grad = delta @ weight_hh
    return torch.stack(norms[::-1])
