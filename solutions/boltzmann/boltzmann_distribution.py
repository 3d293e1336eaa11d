r"""What a Boltzmann machine is: a probability for every state, high where the energy is low.

The machine has $n$ units that are on or off, $s_i \in \{0, 1\}$, with connections $W$ between them and a bias $b_i$ for each.
They give every one of the $2^n$ states an energy, and the energy gives it a probability, at the temperature $T$:

$$E(s) = -\frac12 \sum_i \sum_j s_i\, W_{ij}\, s_j - \sum_i b_i\, s_i, \qquad
p(s) = \frac{e^{-E(s)/T}}{\sum_{s'} e^{-E(s')/T}}$$

The sum below the line runs over all states: the *partition function*. With 3 units it has 8 terms and is done at once; with 300
units nobody will ever add it up, and that, not the energy, is what makes these machines hard. Here $n$ is small.

Return all probabilities in the order of binary numbers, with unit 0 as the **leading** digit: for two units (0,0), (0,1), (1,0),
(1,1), where (0,1) means that unit 1 alone is on. Use the double sum as it stands, over all $i$ and $j$, whether or not the
matrix is symmetric with zeros on its diagonal.

Energies may be large compared with the temperature. Then one state, or a few of equal energy, share all of the probability, and
the others get none; nothing overflows. A temperature of 0 or below is refused.

Source: Ackley, Hinton and Sejnowski 1985, *A learning algorithm for Boltzmann machines*.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Probabilities of a Boltzmann machine",
    difficulty=2,
    points=10,
    needs=("boltzmann/hopfield_energy", "activations/softmax"),
    questions=(
        "What is a Boltzmann machine?",
        "What is the purpose of a Boltzmann machine?",
        "Why is a general Boltzmann machine hard to train?",
    ),
    hints=(
        "There are three steps, and each of them is familiar. Make a table with a row for every state, in the order of binary "
        "numbers. Compute the energy of each row. Turn energies into probabilities; look at the formula for the last step until "
        "you recognise a function that stands at the end of every classifier.",
        "For the table, think of an odometer with the digits 0 and 1: the last wheel turns fastest. The standard library has a "
        "function for the product of an iterable with itself, repeated as often as there are units, and it counts in this very "
        "order. Give the table the dtype of the weights before you multiply.",
        "The probabilities are a softmax of the negative energies divided by the temperature. Nothing changes if the same number "
        "is subtracted from all exponents, so subtract the largest one: then every exponential is at most one, and one "
        "of them is exactly one, which keeps the sum away from zero.",
    ),
)


def boltzmann_distribution(weight: Float[Array, "N N"], bias: Float[Array, "N"], temperature: float = 1.0) -> Float[Array, "S"]:
    """Compute the probability of each of the 2**N states by enumeration.

    Parameters
    ----------
    weight : the connections between the units.
    bias : one bias for each unit.
    temperature : a positive number; the higher, the more alike the probabilities.

    Returns
    -------
    The 2**N probabilities, in the order of binary numbers with unit 0 as the leading digit, in the dtype of `weight`.

    Raises
    ------
    ValueError
        If `temperature` is not above 0. The message names it: temperature.

    Examples
    --------
    >>> weight = np.log(np.array([[1.0, 4.0], [4.0, 1.0]]))
    >>> boltzmann_distribution(weight, np.log(np.array([1.0, 3.0]))) * 17
    array([ 1.,  3.,  1., 12.])
    >>> boltzmann_distribution(weight, np.log(np.array([1.0, 3.0])), temperature=0.5) * 155
    array([  1.,   9.,   1., 144.])
    """
    if not temperature > 0:
        raise ValueError(f"temperature must be above 0, got {temperature}")
    states = np.array([*itertools.product((0, 1), repeat=len(bias))], dtype=weight.dtype)
    exponents = ((states @ weight * states).sum(axis=1) / 2 + states @ bias) / temperature
    likely = np.exp(exponents - exponents.max())
    return likely / likely.sum()
