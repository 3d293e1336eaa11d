r"""The free energy of an RBM: how good a picture is, with all hidden states already summed over.

A restricted Boltzmann machine has an energy for each pair of a visible and a hidden state:

$$E(v, h) = -\sum_i b_i v_i - \sum_j c_j h_j - \sum_j \sum_i h_j W_{ji} v_i$$

How likely is $v$, whatever the hidden units do? The probabilities of all $2^H$ hidden states have to be added up. The free energy
$F$ is the energy that a machine without hidden units would need for the same result:

$$e^{-F(v)} = \sum_{h} e^{-E(v, h)}, \qquad F(v) = -\sum_i b_i v_i - \sum_j \log\Big(1 + e^{\,c_j + \sum_i W_{ji} v_i}\Big)$$

The right-hand side is the same sum, worked out: every hidden unit contributes a factor of its own, since nothing ties it to the
others. So $p(v) = e^{-F(v)} / Z$, and although $Z$ cannot be computed, the *difference* of two free energies tells how much more
likely one picture is than another.

$b$ is `visible_bias`, $c$ is `hidden_bias`, and the weight has the shape (hidden, visible). `visible` may have axes in front of
the last one, for a batch, and the result has those axes; for a single state it is one number. The exponents may be large:
nothing overflows, and where an exponent is very negative, its small contribution $e^{-40}$, say, is not rounded to 0.

Source: Hinton 2012, *A practical guide to training restricted Boltzmann machines*, section 16.1; Smolensky 1986.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


def free_energy(
    visible: Float[Array, "*batch V"],
    weight: Float[Array, "H V"],
    visible_bias: Float[Array, "V"],
    hidden_bias: Float[Array, "H"],
) -> Float[Array, "*batch"]:
    """Compute the free energy of visible states.

    Parameters
    ----------
    visible : states of the visible units; axes in front of the last one make a batch.
    weight : the connections, one row for each hidden unit and one column for each visible unit.
    visible_bias : one bias for each visible unit.
    hidden_bias : one bias for each hidden unit.

    Returns
    -------
    One number for each state, in the dtype of `visible`.

    Examples
    --------
    >>> weight, visible_bias = np.log(np.array([[2.0, 4.0], [3.0, 1.0]])), np.log(np.array([5.0, 0.5]))
    >>> visible, hidden_bias = np.array([[0.0, 0.0], [1.0, 0.0], [0.0, 1.0]]), np.log(np.array([1.0, 2.0]))
    >>> np.exp(-free_energy(visible, weight, visible_bias, hidden_bias))
    array([  6. , 105. ,   7.5])
    >>> round(float(free_energy(visible[1], weight, visible_bias, hidden_bias)), 4)
    -4.654
    """
    raise NotImplementedError("write free_energy here")
