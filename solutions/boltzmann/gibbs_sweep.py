r"""How a Boltzmann machine moves: every unit in turn looks at the others and throws a biased coin.

It is the Hopfield network with a temperature. Unit $i$ is on or off, $s_i \in \{0, 1\}$. When its turn comes, it is switched on
with a probability that the others and its bias decide, and off otherwise:

$$p_i = \sigma\!\left(\frac{\sum_j W_{ij}\, s_j + b_i}{T}\right), \qquad
s_i \leftarrow \begin{cases} 1 & u_i < p_i \\ 0 & \text{otherwise} \end{cases}$$

with the sigmoid $\sigma(x) = 1/(1 + e^{-x})$. The number $u_i$, uniform on $[0, 1)$, is the draw for unit $i$; all of them are
given. One sweep updates the units **one after the other**, from unit 0 to the last, and each sees what the ones before it have
become. $W$ is symmetric with zeros on its diagonal.

Units may be *clamped*: `clamped` is True for those that stay as they are, because they show data. The others see them like any
unit, and the draw of a clamped unit is not used by anybody else.

Do this for long, and every state is visited as often as the Boltzmann distribution says: that is Gibbs sampling. At a temperature
close to 0 the coin has one side only, and the machine is a Hopfield network. A temperature of 0 or below is refused; the sums
may be large compared with it.

Source: Ackley, Hinton and Sejnowski 1985, *A learning algorithm for Boltzmann machines*, section 2; Geman and Geman 1984 for the
name of the sampler.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Bool, Float
    from numpy import ndarray as Array

ABOUT = About(
    title="One Gibbs sweep of a Boltzmann machine",
    difficulty=2,
    points=10,
    needs=("boltzmann/hopfield_update", "activations/sigmoid"),
    questions=(
        "What is a Boltzmann machine?",
        "In what sense is a Boltzmann machine a stochastic Hopfield network?",
        "Is a Boltzmann machine a recurrent neural network?",
    ),
    hints=(
        "If you have written the update of a Hopfield network, you have nearly everything: a copy of the state, a loop over the "
        "units, a scalar product of one row with the state as it is by now. The decision is new: there it was the sign of a sum, "
        "here a probability and a draw.",
        "The bias is part of the sum, so it is divided by the temperature, too. A cold machine has large numbers in its sigmoid, "
        "a hot one small numbers, and at a very high temperature every probability is one half. If the sigmoid overflows in your "
        "hands, write it with the exponential of a negative number, or by means of the hyperbolic tangent.",
        "Compare the draw of the unit with its probability: a uniform number lies below p with probability p. The draw has the "
        "number of the unit, whether or not others are clamped. A clamped unit is passed over in the loop, so that it keeps its "
        "value; without the argument no unit is clamped. Check the temperature before all that.",
    ),
    skip={
        "large_values": "Draws are uniform numbers below one: times ten thousand they are none.",
        "gradients_flow": "A unit is on or off, and a comparison with a draw has no slope.",
        "independent": "No library at hand updates the units of a Boltzmann machine one by one.",
    },
)


def gibbs_sweep(
    state: Float[Array, "N"],
    weight: Float[Array, "N N"],
    bias: Float[Array, "N"],
    uniforms: Float[Array, "N"],
    temperature: float = 1.0,
    clamped: Bool[Array, "N"] | None = None,
) -> Float[Array, "N"]:
    """Update all free units once, in turn.

    Parameters
    ----------
    state : the units before the sweep, each 0.0 or 1.0.
    weight : the connections, symmetric, with zeros on the diagonal.
    bias : one bias for each unit.
    uniforms : one draw for each unit, at least 0 and below 1.
    temperature : a positive number.
    clamped : True for units that stay as they are; None means that all units are free.

    Returns
    -------
    The units after the sweep, each 0.0 or 1.0, as a new array in the dtype of `state`.

    Raises
    ------
    ValueError
        If `temperature` is not above 0. The message names it: temperature.

    Examples
    --------
    >>> weight = np.array([[0.0, 2.0, 1.0], [2.0, 0.0, -1.0], [1.0, -1.0, 0.0]])
    >>> state, bias, uniforms = np.array([0.0, 0.0, 1.0]), np.array([-1.0, 0.0, -2.0]), np.array([0.4, 0.7, 0.1])
    >>> gibbs_sweep(state, weight, bias, uniforms)
    array([1., 1., 1.])
    >>> gibbs_sweep(state, weight, bias, uniforms, temperature=2.0)
    array([1., 0., 1.])
    >>> gibbs_sweep(state, weight, bias, uniforms, clamped=np.array([True, False, False]))
    array([0., 0., 1.])
    """
    if not temperature > 0:
        raise ValueError(f"temperature must be above 0, got {temperature}")
    moved = state.copy()
    for i in range(len(state)):
        if clamped is None or not clamped[i]:
            # equivalent: weight[i], moved => moved, weight[i], because a scalar product knows no order
            field = (np.dot(weight[i], moved) + bias[i]) / temperature
            probability = (1 + np.tanh(field / 2)) / 2  # the sigmoid, in a form that cannot overflow
            moved[i] = uniforms[i] < probability
    return moved
