"""The same in PyTorch, from primitives.  `series.unfold(0, window, 1)` gives the windows as a view, with their axis last, without
copying anything: fine for reading, but whoever writes into one window writes into its neighbours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def sliding_windows(
    series: Float[Tensor, "T *D"], window: int, horizon: int = 1
) -> tuple[Float[Tensor, "N window *D"], Float[Tensor, "N *D"]]:
    """Cut a series into all pairs of a window and the value `horizon` steps after it."""
    if window < 1:
        raise ValueError(f"window must be at least 1, got {window}")
    if horizon < 1:
        raise ValueError(f"horizon must be at least 1, got {horizon}")
    count = len(series) - window - horizon + 1
    if count < 1:
        raise ValueError(f"series has only {len(series)} values: too few for window {window} and horizon {horizon}")
    x = torch.stack([series[start : start + window] for start in range(count)])
    return x, series[-count:].clone()
