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
    raise NotImplementedError("write cosine_with_warmup here")
