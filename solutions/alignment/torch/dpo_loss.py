"""The same in PyTorch, from primitives.  In training only the policy's log-probabilities carry gradients; those of the
reference are computed without any, once, before training starts if memory is short.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def dpo_loss(
    policy_chosen_logps: Float[Tensor, " N"],
    policy_rejected_logps: Float[Tensor, " N"],
    reference_chosen_logps: Float[Tensor, " N"],
    reference_rejected_logps: Float[Tensor, " N"],
    beta: float = 0.1,
) -> tuple[Float[Tensor, ""], Float[Tensor, " N"], Float[Tensor, " N"]]:
    """Compute the DPO loss of pairs of answers, and their implicit rewards."""
    chosen = beta * (policy_chosen_logps - reference_chosen_logps)
    rejected = beta * (policy_rejected_logps - reference_rejected_logps)
    return -torch.mean(torch.nn.functional.logsigmoid(chosen - rejected)), chosen, rejected
