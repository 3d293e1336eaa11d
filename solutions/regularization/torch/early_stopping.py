"""The same in PyTorch.  In a training loop `loss.item()` is what takes the loss of an epoch off the device and away from
autograd: a list of tensors that still hang on their graphs would keep the memory of every epoch.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def early_stopping(val_losses: Float[Tensor, "epochs"], patience: int, min_delta: float = 0.0) -> dict[str, int | float | None]:
    """Find where training stops and which epoch was the best until then."""
    if patience < 1:
        raise ValueError(f"patience must be at least 1, got {patience}")
    best_epoch, best_loss, waited = None, math.inf, 0
    for epoch, loss in enumerate(val_losses.tolist()):
        if loss < best_loss - min_delta:
            best_epoch, best_loss, waited = epoch, loss, 0
        else:
            waited += 1
        if waited == patience:
            break
    return {"best_epoch": best_epoch, "stop_epoch": epoch, "best_loss": best_loss}
