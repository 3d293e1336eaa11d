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

from grader.authoring import About

if TYPE_CHECKING:
    from collections.abc import Callable

    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Pretraining a deep belief network",
    difficulty=2,
    points=10,
    needs=("boltzmann/cd1_step",),
    questions=(
        "How are restricted Boltzmann machines stacked into a deep belief network, and what is gained?",
        "Which unsupervised algorithms does deep learning know: self-organizing maps, deep belief networks, autoencoders?",
        "In what sense is a Boltzmann machine a stochastic Hopfield network?",
    ),
    hints=(
        "This is a short loop, and the work is in keeping track of what is what. One variable holds the data of the current "
        "layer. At the beginning that is the input, and at the end of each round it is replaced by what the new machine makes of "
        "it. Call the training function with this variable, and with the number whose turn it is.",
        "What goes up is the upward half of the machine that has just been trained: its weight, its hidden bias, a sigmoid. The "
        "visible bias takes no part in that. The weight has a row for each hidden unit, so with one example in each row it has "
        "to be transposed. Nothing goes back down, and the raw data are needed by the first machine alone.",
        "Collect the tuples as they come, lowest first. Look at the sizes before the first call, as training takes hours and the "
        "error should not come after it. For the sigmoid take a form that survives sums of a thousand in both directions; NumPy "
        "has a function for the logarithm of a sum of two exponentials, from which you get it by one more exponential.",
    ),
    skip={
        "gradients_flow": "Each machine is trained by a function that is given, and no gradient passes through that.",
        "independent": "No library stacks machines that are trained by a function of yours.",
    },
)


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
    if any(size < 1 for size in sizes):
        raise ValueError(f"sizes must be at least 1, got {sizes}")
    stack = []
    for size in sizes:
        weight, visible_bias, hidden_bias = rbm_train(x, size)
        stack.append((weight, visible_bias, hidden_bias))
        x = np.exp(-np.logaddexp(0, -(x @ weight.T + hidden_bias)))  # the sigmoid, without overflow
    return stack
