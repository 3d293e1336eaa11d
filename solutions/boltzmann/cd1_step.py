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

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Training a restricted Boltzmann machine by CD-1",
    difficulty=3,
    points=15,
    needs=("boltzmann/rbm_conditionals",),
    questions=(
        "How does contrastive divergence train a restricted Boltzmann machine?",
        "Why is a general Boltzmann machine hard to train?",
    ),
    hints=(
        "Walk along the chain first and forget about learning: from the data up to the hidden units, down to a reconstruction, "
        "and up once more. That is three times the same kind of layer. At two of the three stops a coin is thrown, by comparing "
        "the draws that you are given with the probabilities; at the last stop it is not.",
        "Now sort out what is used where. Going down needs the hidden states, the zeros and ones. The averages use the hidden "
        "probabilities, at both ends of the chain, and beside them the visible units of the same end: the data at the beginning, "
        "the reconstructed states at the end. Mixing these up still learns something, and that is why it goes unnoticed.",
        "For the weight, each example gives an outer product of hidden and visible units, and you want their mean over the "
        "batch. That is a single matrix product, in which the axis of the examples is summed over, divided by the number of "
        "examples. The result has the shape of the weight. The biases have plain means along the first axis. What the data say "
        "is added, what the reconstruction says is subtracted.",
    ),
    skip={
        "large_values": "Draws are uniform numbers below one: times ten thousand they are none.",
        "gradients_flow": "It is an update by hand, with autograd off, and draws have no slope.",
    },
)


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
    lifted = sigmoid(visible @ weight.T + hidden_bias)
    hidden = hidden_uniforms < lifted
    dream = visible_uniforms < sigmoid(hidden @ weight + visible_bias)
    relifted = sigmoid(dream @ weight.T + hidden_bias)
    return (
        weight + lr * (lifted.T @ visible - relifted.T @ dream) / len(visible),
        visible_bias + lr * (visible - dream).mean(axis=0),
        hidden_bias + lr * (lifted - relifted).mean(axis=0),
    )


def sigmoid(x: Float[Array, "*shape"]) -> Float[Array, "*shape"]:
    """The sigmoid, without overflow."""
    return np.exp(-np.logaddexp(0, -x))
