"""The same in PyTorch, from primitives.  Autograd goes back through every round.  Many programs cut the graph in all rounds but
the last, to save memory: the capsules are the same then, and their gradients are not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def dynamic_routing(u_hat: Float[Tensor, "N I J D"], n_iters: int = 3) -> tuple[Float[Tensor, "N J D"], Float[Tensor, "N I J"]]:
    """Let capsules agree on the capsules above them."""
    if n_iters < 1:
        raise ValueError(f"n_iters must be at least 1, got {n_iters}")
    n, i, j, d = u_hat.shape
    b, v = u_hat.new_zeros(n, i, j), u_hat.new_zeros(n, j, d)
    for _ in range(n_iters):
        b = b + torch.einsum("nijd,njd->nij", u_hat, v)
        c = torch.softmax(b, dim=2)
        s = torch.einsum("nij,nijd->njd", c, u_hat)
        length = torch.linalg.vector_norm(s, dim=2, keepdim=True)
        v = s * (length / (1 + length**2))
    return v, c
