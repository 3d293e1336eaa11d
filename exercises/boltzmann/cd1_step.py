r"""How an RBM learns: make the data a little more likely, and what the machine makes of them a little less.

The exact gradient of the likelihood compares two averages, over the data and over what the machine would dream on its own. The
second one is out of reach. Contrastive divergence dreams for a moment only: it starts at the data and takes one step away.

With $\sigma(x) = 1/(1 + e^{-x})$ and a weight $W$ of shape (hidden, visible), every example $v$ of the batch goes

$$p = \sigma(c + W v), \qquad h = [u^h < p], \qquad v' = [u^v < \sigma(b + W^\top h)], \qquad p' = \sigma(c + W v')$$

where $[\ldots]$ is 1 where the comparison holds and 0 elsewhere, unit by unit. The uniform numbers $u^h$ and $u^v$, the draws,
are given: one for each unit of each example. The hidden **states** $h$ drive the reconstruction, and it is a state, too. The
hidden **probabilities** $p$ and $p'$ enter the averages, which are less noisy for it:

$$W \leftarrow W + \eta\, \big\langle p\, v^\top - p'\, v'^\top \big\rangle, \qquad
b \leftarrow b + \eta\, \langle v - v' \rangle, \qquad c \leftarrow c + \eta\, \langle p - p' \rangle$$

$\langle \ldots \rangle$ is the mean over the examples of the batch, and $\eta$ is `lr`. Return the new weight, visible bias $b$
and hidden bias $c$, in this order, as new arrays. All of them are updated at once: the old ones are used throughout.

Source: Hinton 2002, *Training products of experts by minimizing contrastive divergence*; Hinton 2012, *A practical guide to
training restricted Boltzmann machines*, section 3.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


def cd1_step(
    visible: Float[Array, "N V"],
    weight: Float[Array, "H V"],
    visible_bias: Float[Array, "V"],
    hidden_bias: Float[Array, "H"],
    hidden_uniforms: Float[Array, "N H"],
    visible_uniforms: Float[Array, "N V"],
    lr: float,
) -> tuple[Float[Array, "H V"], Float[Array, "V"], Float[Array, "H"]]:
    """Update an RBM with one step of contrastive divergence on a batch.

    Parameters
    ----------
    visible : the data, one example in each row, with entries from 0 to 1.
    weight : the connections, one row for each hidden unit and one column for each visible unit.
    visible_bias : one bias for each visible unit.
    hidden_bias : one bias for each hidden unit.
    hidden_uniforms : draws for the hidden units of each example, at least 0 and below 1.
    visible_uniforms : draws for the reconstruction of each example.
    lr : learning rate.

    Returns
    -------
    The new weight, visible bias and hidden bias, in the dtype of the old ones.

    Examples
    --------
    >>> visible, weight = np.array([[1.0, 0.0], [1.0, 1.0]]), np.zeros((1, 2))
    >>> draws = np.array([[0.3], [0.6]]), np.array([[0.7, 0.2], [0.1, 0.9]])
    >>> cd1_step(visible, weight, np.zeros(2), np.zeros(1), *draws, lr=0.4)
    (array([[0.1, 0. ]]), array([0.2, 0. ]), array([0.]))
    """
    raise NotImplementedError("write cd1_step here")
