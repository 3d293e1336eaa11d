r"""Learning-rate schedules: long steps while there is far to go, short ones near the end.

How long is a step? Five answers that are in use, by the name of the `schedule`; $\eta_0$ is `base_lr`, $t$ is `step`, counted
from 0, and $\gamma$ is `gamma`:

| schedule | learning rate | |
|---|---|---|
| `"constant"` | $\eta_0$ | |
| `"step"` | $\eta_0\, \gamma^{\lfloor t / s \rfloor}$ | a factor at every `step_size` $= s$ steps: the first time in step s |
| `"exponential"` | $\eta_0\, \gamma^{t}$ | a factor in every step |
| `"linear"` | $\eta_0\, (1 - t/T)$ | down to 0 in step `total_steps` $= T$ |
| `"cosine"` | $\tfrac12 \eta_0\, (1 + \cos(\pi t / T))$ | half a cosine, down to 0 in step T |

After step $T$ the last two stay at 0. Every schedule uses its own arguments and ignores the others.

Source: Loshchilov and Hutter 2017, *SGDR: stochastic gradient descent with warm restarts*, for the cosine; the others are those
of `torch.optim.lr_scheduler`.
"""

from __future__ import annotations

import math


def lr_at(
    step: int,
    base_lr: float,
    schedule: str,
    step_size: int = 30,
    gamma: float = 0.1,
    total_steps: int = 100,
) -> float:
    """Give the learning rate of a step.

    Parameters
    ----------
    step : number of the step, 0 for the first.
    base_lr : learning rate of step 0.
    schedule : "constant", "step", "exponential", "linear" or "cosine".
    step_size : number of steps between two reductions by "step", at least 1.
    gamma : factor of "step" and of "exponential".
    total_steps : the step in which "linear" and "cosine" arrive at 0, at least 1.

    Returns
    -------
    The learning rate, a float.

    Raises
    ------
    ValueError
        If `schedule` is none of the five. The message names it: schedule.

    Examples
    --------
    >>> [lr_at(step, 0.8, "step", step_size=3, gamma=0.5) for step in (0, 2, 3, 7)]
    [0.8, 0.8, 0.4, 0.2]
    >>> [lr_at(step, 0.8, "cosine", total_steps=8) for step in (0, 4, 8, 10)]
    [0.8, 0.4, 0.0, 0.0]
    >>> [lr_at(3, 0.8, "exponential", gamma=0.5), lr_at(3, 0.8, "linear", total_steps=8)]
    [0.1, 0.5]
    """
    raise NotImplementedError("write lr_at here")
