r"""Try many settings for a short time, and few of them for a long time: a search that needs nobody to watch it.

A grid search gives every setting the full training time, though most are seen to be hopeless after the first minutes. Successive
halving holds a tournament instead. `eval_fn(config, budget)` trains a setting with a budget, such as a number of epochs, and
returns its validation loss: lower is better. In rung $i = 0, 1, 2, \dots$ all $n_i$ settings that are left are trained anew, each
with the budget

$$b_i = b_0\, \eta^i \qquad\text{and then the best}\qquad n_{i+1} = \max(1, \lfloor n_i / \eta \rfloor)$$

go on to the next rung, where $b_0$ is `min_budget` and $\eta$ is `eta`. So each rung has about $1/\eta$ of the settings and
$\eta$ times the budget for each, and all rungs cost about the same. As soon as one setting is left it has won, and is not trained
once more; if there is only one from the start, nothing is trained at all.

The ranking in a rung uses the losses of this rung only. Of equal losses the better one is that of the setting that stands earlier
in `configs`. A loss that is NaN, from a training that exploded, counts as infinite.

Return the tuple (`winner`, `rungs`, `cost`). `winner` is the index of the winner in `configs`. `rungs` is a list with one tuple
(budget, survivors) for each rung: the budget that each setting got in it, and the list of the indices that went on from it, in
ascending order. `cost` is the total budget that was spent, $\sum_i n_i\, b_i$.

Source: Jamieson and Talwalkar 2016, *Non-stochastic best arm identification and hyperparameter optimization*; Li et al. 2018,
*Hyperband*, section 2, for the factor $\eta$.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

from grader.authoring import About

ABOUT = About(
    title="Successive halving",
    difficulty=2,
    points=10,
    needs=("model_selection/grid",),
    questions=("What is 'autonomous' deep learning?", "What does it mean to tune hyperparameters?"),
    hints=(
        "Keep a list of the indices that are still in the race, and a budget. One turn of the loop is one rung: write the list "
        "down, train everybody in it, find out who goes on, and raise the budget. The loop goes on while more than one is left, "
        "so a single setting is never trained, and the end needs no special treatment.",
        "Sort the indices by their losses and keep the first few. Python's sort leaves equal elements in the order in which they "
        "were, so that ties are solved by themselves if the list was ascending before. How many go on is a whole-number "
        "division, and it must not become nothing: two settings divided by three leave none, and then nobody would win.",
        "NaN spoils every sort, because it is neither below nor above anything: replace it by infinity before you compare. After "
        "the cut the survivors are in the order of their losses; bring them back into ascending order, since ties depend "
        "on it in the next rung, and so does what you report. Add the cost in the same loop: settings, times the budget of each.",
    ),
    skip={"independent": "No library has it as a function: Ray, Optuna and scikit-learn wrap it in objects that train."},
)


def successive_halving(
    configs: list[Any], eval_fn: Callable[[Any, int], float], min_budget: int, eta: int
) -> tuple[int, list[tuple[int, list[int]]], int]:
    """Find a good setting by giving more and more budget to fewer and fewer of them.

    Parameters
    ----------
    configs : the settings, at least one.
    eval_fn : trains a setting with a budget, called as ``eval_fn(config, budget)``, and returns its loss.
    min_budget : what each setting gets in the first rung, at least 1.
    eta : the factor by which the budget grows and the number of settings shrinks, at least 2.

    Returns
    -------
    The index of the winner, the budget and the surviving indices of each rung, and the total budget.

    Raises
    ------
    ValueError
        If `configs` is empty, or `eta` is below 2. The message names the argument: configs, eta.

    Examples
    --------
    >>> configs = [9.0, 2.0, 7.0, 4.0, 1.0, 6.0, 3.0]
    >>> successive_halving(configs, lambda config, budget: abs(config - budget / 2), 3, 2)
    (6, [(3, [1, 4, 6]), (6, [6])], 39)
    """
    if not configs:
        raise ValueError("configs must hold at least one setting")
    if eta < 2:
        raise ValueError(f"eta must be at least 2, got {eta}")
    left: Sequence[int] = range(len(configs))
    budget, rungs, cost = min_budget, [], 0
    while len(left) > 1:
        cost += len(left) * budget
        losses = {i: eval_fn(configs[i], budget) for i in left}
        ranked = sorted(left, key=lambda i: math.inf if math.isnan(losses[i]) else losses[i])
        left = sorted(ranked[: max(1, len(left) // eta)])
        rungs.append((budget, left))
        budget *= eta
    (winner,) = left
    return winner, rungs, cost
