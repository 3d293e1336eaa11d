r"""Deep belief networks: one restricted Boltzmann machine after the other, each trained on what the one below has learnt.

Deep networks were hard to train until, in 2006, somebody proposed to do it layer by layer and without labels. Train an RBM on the
data. Then freeze it, and take the probabilities of its hidden units as the data of the next RBM:

$$x^{(0)} = x, \qquad x^{(k)} = \sigma\big(c^{(k)} + W^{(k)} x^{(k-1)}\big)$$

example by example, with $\sigma(x) = 1/(1+e^{-x})$, and so on for as many layers as are wanted. The stack is then a deep belief
network, or the initial values of a network that is fine-tuned with labels. It is **restricted** machines that are stacked; a
general Boltzmann machine has no layers to be stacked by.

How an RBM is trained is not your concern here: you are given a function. `rbm_train(data, n_hidden)` trains one on `data`, with
one example in each row, and returns its three parameters as a tuple: the weight $W$ of shape (`n_hidden`, visible), the visible
bias and the hidden bias $c$. Call it once for each number in `sizes`, bottom up; `sizes` holds the numbers of hidden units, and
not that of the inputs, which is seen from the data.

Return a list of these tuples, the lowest machine first, and an empty list for no sizes. The data of the next layer are
probabilities: neither rounded nor drawn. Sums may be large, and nothing overflows. A size below 1 is refused before anything is
trained.

Source: Hinton, Osindero and Teh 2006, *A fast learning algorithm for deep belief nets*; Hinton and Salakhutdinov 2006.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from jaxtyping import Float
    from numpy import ndarray as Array


def dbn_pretrain(
    x: Float[Array, "N D"],
    sizes: list[int],
    rbm_train: Callable[[Float[Array, "N V"], int], tuple[Float[Array, "H V"], Float[Array, "V"], Float[Array, "H"]]],
) -> list[tuple[Float[Array, "H V"], Float[Array, "V"], Float[Array, "H"]]]:
    """Train a stack of restricted Boltzmann machines, from the bottom to the top.

    Parameters
    ----------
    x : the data, one example in each row.
    sizes : numbers of hidden units, from the lowest machine to the highest.
    rbm_train : function of data and a number of hidden units; gives weight, visible bias and hidden bias of a trained machine.

    Returns
    -------
    What `rbm_train` gave for each machine, lowest first.

    Raises
    ------
    ValueError
        If one of the `sizes` is below 1. The message names them: sizes.

    Examples
    --------
    >>> def rbm_train(data, n_hidden):
    ...     return np.tile(data[0] - data[1], (n_hidden, 1)), data[0], np.arange(float(n_hidden))
    >>> stack = dbn_pretrain(np.array([[1.0, 0.0, 0.0], [0.0, 0.0, 2.0]]), [2, 1], rbm_train)
    >>> [weight.round(3) for weight, visible_bias, hidden_bias in stack]
    [array([[ 1.,  0., -2.],
           [ 1.,  0., -2.]]), array([[0.713, 0.833]])]
    """
    raise NotImplementedError("write dbn_pretrain here")
