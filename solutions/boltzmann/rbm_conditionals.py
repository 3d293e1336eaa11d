r"""What is restricted about a restricted Boltzmann machine: each layer, given the other one, falls apart into single coins.

The units of an RBM form two layers, visible ones $v$ and hidden ones $h$, all of them 0 or 1. Connections run between the layers
and never within one. So the energy has three terms only, with a weight $W$ of shape (hidden, visible), as a linear layer has it:

$$E(v, h) = -\sum_i b_i v_i - \sum_j c_j h_j - \sum_j \sum_i h_j W_{ji} v_i$$

$b$ is `visible_bias` and $c$ is `hidden_bias`. Given the visible units, nothing ties the hidden ones together: each is on with a
probability of its own, and the same holds the other way round,

$$p(h_j = 1 \mid v) = \sigma\Big(c_j + \sum_i W_{ji}\, v_i\Big), \qquad
p(v_i = 1 \mid h) = \sigma\Big(b_i + \sum_j W_{ji}\, h_j\Big)$$

with $\sigma(x) = 1/(1 + e^{-x})$. A whole layer can be drawn at once, where a general Boltzmann machine has to go unit by unit.

Return both, the probabilities of the hidden units given `visible` and those of the visible units given `hidden`. Sums may be
large: nothing overflows, and a small probability such as $e^{-40}$ is not rounded to 0. `visible` may hold probabilities, too;
the formulas stay the same.

Source: Smolensky 1986, *Information processing in dynamical systems: foundations of harmony theory*; Hinton 2012, *A practical
guide to training restricted Boltzmann machines*, section 2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Both layers of a restricted Boltzmann machine",
    difficulty=1,
    points=5,
    needs=("boltzmann/gibbs_sweep", "perceptron/affine"),
    questions=(
        "What is a restricted Boltzmann machine, and what is restricted about it?",
        "What is the purpose of a Boltzmann machine?",
    ),
    hints=(
        "Each of the two results is a layer that you know well: a linear map, a bias, a sigmoid. Both use the same matrix, once "
        "from the visible side to the hidden one, and once back. Write down the shapes first, and see on which of the two ways "
        "the matrix has to be transposed.",
        "The biases follow the units whose probabilities are asked for, and not those that are given. So the hidden biases "
        "belong to the first result and the visible biases to the second one. With layers of different sizes a mix-up raises an "
        "error; with layers of the same size it goes unnoticed.",
        "The textbook sigmoid overflows on one side if you write it with one exponential, and the form with the hyperbolic "
        "tangent rounds small probabilities away. Write its logarithm instead: minus the logarithm of one plus the exponential "
        "of minus the sum, for which NumPy has a function of two arguments that does not overflow. Then take the exponential of "
        "that.",
    ),
)


def rbm_conditionals(
    visible: Float[Array, "*batch V"],
    hidden: Float[Array, "*batch H"],
    weight: Float[Array, "H V"],
    visible_bias: Float[Array, "V"],
    hidden_bias: Float[Array, "H"],
) -> tuple[Float[Array, "*batch H"], Float[Array, "*batch V"]]:
    """Compute the probability of each unit of a layer to be on, given the other layer.

    Parameters
    ----------
    visible : states of the visible units; axes in front of the last one make a batch.
    hidden : states of the hidden units.
    weight : the connections, one row for each hidden unit and one column for each visible unit.
    visible_bias : one bias for each visible unit.
    hidden_bias : one bias for each hidden unit.

    Returns
    -------
    The probabilities of the hidden units given `visible`, and those of the visible units given `hidden`.

    Examples
    --------
    >>> weight = np.log(np.array([[1.0, 3.0], [4.0, 1.0], [1.0, 0.5]]))
    >>> visible_bias, hidden_bias = np.log(np.array([1.0, 2.0])), np.log(np.array([3.0, 1.0, 2.0]))
    >>> hidden, visible = np.array([1.0, 1.0, 0.0]), np.array([0.0, 1.0])
    >>> rbm_conditionals(visible, hidden, weight, visible_bias, hidden_bias)
    (array([0.9, 0.5, 0.5]), array([0.8       , 0.85714286]))
    """
    return sigmoid(visible @ weight.T + hidden_bias), sigmoid(hidden @ weight + visible_bias)


def sigmoid(x: Float[Array, "*shape"]) -> Float[Array, "*shape"]:
    """The sigmoid, without overflow, and with all digits where it is small."""
    return np.exp(-np.logaddexp(0, -x))
