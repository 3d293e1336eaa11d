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

from grader.authoring import About

ABOUT = About(
    title="Learning-rate schedules",
    difficulty=1,
    points=5,
    questions=("What is a learning-rate schedule, and why is there a warm-up?",),
    hints=(
        "Each schedule is one formula in one branch, and none of them needs the others. Write the constant one first, "
        "then the two with a factor, then the two that end at 0; and let a name that you do not know end in an error "
        "instead of in silence, because a misspelt schedule would spoil a week of training.",
        "The difference between the two schedules with a factor is the exponent: how many whole intervals have passed, or "
        "how many steps. Whole intervals are an integer division, so the exponent is 0 in all steps before the first "
        "interval is over, and becomes 1 exactly in the step whose number is the length of the interval.",
        "The schedules that end have a share of the way that is done, the step divided by the total. Beyond the end this "
        "share would grow past 1: a line would become negative, and a cosine would climb again. Hold the share at 1 "
        "before you use it. The cosine of half a turn falls from 1 to minus 1; add 1 and halve.",
    ),
    skip={"independent": "PyTorch's schedulers are objects that step an optimizer; the hidden tests know the numbers."},
)


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
    left = max(1 - step / total_steps, 0.0)
    rates = {
        "constant": base_lr,
        "step": base_lr * gamma ** (step // step_size),
        "exponential": base_lr * gamma**step,
        "linear": base_lr * left,
        "cosine": base_lr * (1 - math.cos(math.pi * left)) / 2,
    }
    if schedule not in rates:
        raise ValueError(f"schedule must be one of {', '.join(rates)}, got {schedule!r}")
    return rates[schedule]
