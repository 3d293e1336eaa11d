r"""Simulated annealing: climb now and then while it is hot, and come to rest in a deep valley when it is cold.

Look for the state $s$ of units $\pm 1$ that has the lowest energy $E(s)$, where $E$ is any function. To walk downhill only ends
in the next hollow. Metropolis' rule allows steps uphill, too, and the more so the higher the temperature. In step $t$ the
proposal is to turn unit $i_t$ round. With $\Delta = E(\text{turned}) - E(\text{now})$ it is

- accepted, if $\Delta \le 0$;
- accepted with probability $e^{-\Delta / T_t}$, if $\Delta > 0$ and $T_t > 0$: that is, if the draw $u_t < e^{-\Delta/T_t}$;
- rejected otherwise, and so always for $\Delta > 0$ at $T_t = 0$. Then everything stays as it was.

`proposals` holds the $i_t$, `temperatures` the $T_t$ and `uniforms` the $u_t$, above 0 and below 1, one for each step; no draw
equals its probability. The temperatures are a schedule, usually a falling one, and not a property of the network: they are what
tells a search from a Boltzmann machine, which stays at one temperature and has a distribution there.

The walk may leave the best state again, so remember it: return the state of the lowest energy that the walk was in, the start
included, and the **first** of them where several are equally low. Return also the energies that the walk has **after** each
step, as an array of one number for each step; after a rejected step that is the same energy once more.

`energy` takes an array like `state` and gives a number; differences may be huge compared with the temperature, and nothing
overflows. A temperature below 0 is refused.

Source: Kirkpatrick, Gelatt and Vecchi 1983, *Optimization by simulated annealing*; Metropolis and others 1953.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from collections.abc import Callable

    from jaxtyping import Float, Int
    from numpy import ndarray as Array

ABOUT = About(
    title="Simulated annealing",
    difficulty=2,
    points=10,
    needs=("boltzmann/hopfield_energy",),
    questions=("What is simulated annealing, and what has it to do with a Boltzmann machine?",),
    hints=(
        "Keep two states in mind, with their energies: where the walk is now, and the best one that it has been in. Each step "
        "makes a copy of the first, turns one unit round, asks for the energy and decides. Whatever is decided, the energy of "
        "the walk is noted at the end of the step. The best one changes only if the walk is strictly lower than it.",
        "The difference is always taken to where the walk is now, not to the best state. Decide in this order: a step that does "
        "not go up is accepted, and no exponential is computed at all, because for a large improvement it would overflow. Only "
        "for a step that goes up and a temperature above zero are the draw and the probability compared.",
        "Take care that the best state cannot change behind your back. If the walk always moves by making a new array, a name is "
        "enough to remember an old one. If you turn units round in place, undo what was rejected, and copy the state when it is "
        "the best so far. In both cases begin with a copy, as the result must not be the array that you were given.",
    ),
    skip={
        "large_values": "Draws are uniform numbers below one: times ten thousand they are none.",
        "gradients_flow": "The walk compares and decides: there is nothing to differentiate.",
        "independent": "SciPy's annealing draws its own proposals, which cannot be given to it.",
    },
)


def simulated_annealing(
    energy: Callable[[Float[Array, "N"]], float],
    state: Float[Array, "N"],
    temperatures: Float[Array, "L"],
    proposals: Int[Array, "L"],
    uniforms: Float[Array, "L"],
) -> tuple[Float[Array, "N"], Float[Array, "L"]]:
    """Search for a state of low energy by Metropolis' rule.

    Parameters
    ----------
    energy : function that gives the energy of a state.
    state : where the walk begins; each unit is -1.0 or +1.0.
    temperatures : the temperature of each step, at least 0.
    proposals : the number of the unit to turn round in each step.
    uniforms : the draw of each step, above 0 and below 1.

    Returns
    -------
    The first of the best states that the walk was in, as a new array, and the energies after each step, in the dtype of `state`.

    Raises
    ------
    ValueError
        If one of the `temperatures` is below 0. The message names them: temperatures.

    Examples
    --------
    >>> def energy(s):
    ...     return 2 * s[0] * s[1] + 3 * s[1] * s[2] - s[0]
    >>> start, proposals = np.array([-1.0, 1.0, -1.0]), np.array([0, 1, 2, 1, 0])
    >>> draws = np.array([0.3, 0.5, 0.9, 0.9, 0.2])
    >>> simulated_annealing(energy, start, np.array([3.0, 9.0, 2.0, 1.0, 0.25]), proposals, draws)
    (array([ 1., -1.,  1.]), array([-2.,  0., -6., -6., -6.]))
    """
    if (temperatures < 0).any():
        raise ValueError("temperatures must not be below 0")
    current = best = state.copy()
    now = lowest = energy(current)
    history = np.empty_like(state, shape=len(proposals))
    for step, i in enumerate(proposals):
        turned = current.copy()
        turned[i] = -turned[i]
        after = energy(turned)
        # u < exp(-rise / T), solved for the rise: nothing overflows, and T = 0 is no special case
        if after - now <= -temperatures[step] * np.log(uniforms[step]):
            current, now = turned, after
        if now < lowest:
            best, lowest = current, now
        history[step] = now
    return best, history
