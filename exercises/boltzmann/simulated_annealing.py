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

if TYPE_CHECKING:
    from collections.abc import Callable

    from jaxtyping import Float, Int
    from numpy import ndarray as Array


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
    raise NotImplementedError("write simulated_annealing here")
