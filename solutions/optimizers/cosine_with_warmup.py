r"""The schedule that most transformers are trained with: up in a straight line, down along half a cosine.

In the first $w$ steps (`warmup_steps`) the learning rate grows in equal parts to its full size, so that early steps, whose
gradients and averages are not to be trusted, are short. From there it falls along half a period of a cosine, slowly at
first and slowly at the end:

$$\eta(t) = \begin{cases}
\dfrac{t}{w}\; \eta_{base} & t < w \\[2ex]
\eta_{min} + \dfrac{\eta_{base} - \eta_{min}}{2} \left(1 + \cos \dfrac{\pi\,(t - w)}{T - w}\right) & w \le t < T \\[2ex]
\eta_{min} & t \ge T
\end{cases}$$

Here $t$ is `step`, counted from 0, and $T$ is `total_steps`, the warm-up included. So the rate is 0 in step 0 if there is a
warm-up, $\eta_{base}$ in step $w$, halfway between `base_lr` and `min_lr` in the middle of the rest, and $\eta_{min}$ from step
$T$ on. The warm-up starts from 0, whatever `min_lr` is. Without a warm-up, $w = 0$, step 0 has $\eta_{base}$.

Source: Loshchilov and Hutter 2017, *SGDR: stochastic gradient descent with warm restarts*, section 3 (the cosine); Goyal et al.
2017, *Accurate, large minibatch SGD*, section 2.2 (the warm-up).
"""

from __future__ import annotations

import math

from grader.authoring import About

ABOUT = About(
    title="Cosine schedule with warm-up",
    difficulty=1,
    points=5,
    needs=("optimizers/lr_at",),
    questions=("What is a learning-rate schedule, and why is there a warm-up?",),
    hints=(
        "There are three stretches of time, and three formulas that have nothing to do with each other. Find out first in "
        "which stretch the step lies, from the earliest to the latest, and return from there. Two special cases then need "
        "no care of their own: a step beyond the end, and a warm-up of no steps, in which no division may happen.",
        "In the middle stretch count from the end of the warm-up: the share of the way that is behind you is a number "
        "from 0 to 1. Half a period of a cosine turns it into a number from 1 to minus 1. Add one and halve, and you have "
        "a weight that falls from 1 to 0; it blends the full rate with the smallest one.",
        "The last trap is the length of the middle stretch: it is the number of all steps less those of the warm-up, and "
        "not all of them, since the total counts the warm-up in. Check your function at four places: at 0, at the end of "
        "the warm-up, in the middle of the rest and at the end, where the statement says what comes out.",
    ),
    skip={"independent": "PyTorch has the parts of this schedule, as objects that step an optimizer, and not the whole."},
)


def cosine_with_warmup(step: int, warmup_steps: int, total_steps: int, base_lr: float, min_lr: float = 0.0) -> float:
    """Give the learning rate of a step.

    Parameters
    ----------
    step : number of the step, 0 for the first; it may lie beyond `total_steps`.
    warmup_steps : number of steps in which the rate grows, 0 for none.
    total_steps : number of all steps, the warm-up included; more than `warmup_steps`.
    base_lr : the largest learning rate.
    min_lr : the learning rate at the end.

    Returns
    -------
    The learning rate, a float.

    Raises
    ------
    ValueError
        If `warmup_steps` is below 0 or not less than `total_steps`. The message names it: warmup_steps.

    Examples
    --------
    >>> [cosine_with_warmup(step, 4, 12, 0.8) for step in (0, 1, 4, 8, 12, 99)]
    [0.0, 0.2, 0.8, 0.4, 0.0, 0.0]
    >>> cosine_with_warmup(9, 4, 12, 0.8, min_lr=0.1)
    0.3160608
    """
    if not 0 <= warmup_steps < total_steps:
        raise ValueError(f"warmup_steps must be at least 0 and less than total_steps = {total_steps}, got {warmup_steps}")

    if step < warmup_steps:
        return base_lr * step / warmup_steps
    done = min((step - warmup_steps) / (total_steps - warmup_steps), 1.0)
    return min_lr + (base_lr - min_lr) * (1 + math.cos(math.pi * done)) / 2
