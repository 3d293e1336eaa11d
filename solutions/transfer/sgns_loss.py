r"""Skip-gram with negative sampling, the loss of word2vec: tell the true neighbour of a word from words drawn at random.

To learn from a pair of a centre and a word of its context, a softmax over the whole vocabulary would be needed. Negative
sampling asks yes-or-no questions instead: is this word a real neighbour? For the one that is, the answer should be yes, and for
$K$ random words, the negatives, it should be no. With the vectors $c$, `center`, $p$, `positive`, and $n_1, \dots, n_K$, the rows
of `negatives`, all of length $D$,

$$L = -\log \sigma(c \cdot p) - \sum_{k=1}^{K} \log \sigma(-c \cdot n_k), \qquad \sigma(s) = \frac{1}{1 + e^{-s}}$$

The negatives are **summed**, not averaged; there may be none, $K = 0$. The gradients are those of logistic regression, a
probability minus the right answer, 1 or 0, times a vector:

$$\frac{\partial L}{\partial p} = \big(\sigma(c \cdot p) - 1\big)\, c, \qquad
\frac{\partial L}{\partial n_k} = \sigma(c \cdot n_k)\, c$$

and the centre takes part in every one of the $K + 1$ questions, so that its gradient is a sum over all of them.

Return the loss and the gradients by `center`, `positive` and `negatives`, four results in a tuple. The loss is one number without
axes. Everything is finite and accurate also where a dot product is far from zero: for $c \cdot p = -1000$ the first term is 1000,
and a very small $\sigma$ keeps its digits. All arrays share one dtype, and so do the results. No input changes.

Source: Mikolov, Sutskever, Chen, Corrado and Dean 2013, *Distributed representations of words and phrases and their
compositionality*, section 2.2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Skip-gram with negative sampling",
    difficulty=2,
    points=10,
    needs=("transfer/skipgram_pairs", "activations/log_sigmoid"),
    questions=("What are word embeddings, and how are they learnt without labels?",),
    hints=(
        "Compute the scores first, one dot product for the positive word and one for each negative. From there on everything "
        "depends on these numbers alone: the loss is a sum of one term for each, and each gradient is a number for each score, "
        "times a vector. Note that the negatives' scores enter with a minus.",
        "Minus the logarithm of a sigmoid is the softplus of minus the score: the logarithm of one plus an exponential. Computed "
        "as it stands it overflows for scores far below zero, and the logarithm of a sigmoid that was rounded to zero is "
        "infinite. There are functions that add up exponentials inside a logarithm safely.",
        "The derivative by the positive score is its sigmoid minus one, never positive, and by a negative score its sigmoid. "
        "Close to one, a sigmoid minus one loses its digits; it equals minus the sigmoid of minus the score. The centre's "
        "gradient is the sum of these numbers times the other words' vectors, and each of theirs is a number times the centre.",
    ),
    forbid=("autograd",),
    skip={"gradients_flow": "It computes gradients itself, and may well do so without autograd."},
)


def sgns_loss(
    center: Float[Array, "D"], positive: Float[Array, "D"], negatives: Float[Array, "K D"]
) -> tuple[Float[Array, ""], Float[Array, "D"], Float[Array, "D"], Float[Array, "K D"]]:
    """Compute the loss of one skip-gram pair with negative samples, and its gradients.

    Parameters
    ----------
    center : vector of the word in the middle.
    positive : vector of a word of its context.
    negatives : vectors of words drawn at random, one in each row; there may be none.

    Returns
    -------
    The loss, and its gradients by `center`, `positive` and `negatives`.

    Examples
    --------
    >>> center, positive = np.array([1.0, -2.0]), np.array([0.5, 0.25])
    >>> loss, grad_center, grad_positive, grad_negatives = sgns_loss(center, positive, np.array([[3.0, 1.0], [0.0, 1.5]]))
    >>> round(float(loss), 4)
    2.055
    >>> grad_center.round(4)
    array([1.9432, 0.6772])
    >>> grad_positive
    array([-0.5,  1. ])
    >>> grad_negatives.round(4)
    array([[ 0.7311, -1.4621],
           [ 0.0474, -0.0949]])
    """
    # equivalent: center @ positive => positive @ center, because a dot product is symmetric.
    score, scores = center @ positive, negatives @ center
    loss = np.logaddexp(0, -score) + np.logaddexp(0, scores).sum()
    # A sigmoid as the exponential of its logarithm neither overflows nor loses digits where it is small.
    slope, slopes = -np.exp(-np.logaddexp(0, score)), np.exp(-np.logaddexp(0, -scores))
    return loss, slope * positive + slopes @ negatives, slope * center, np.outer(slopes, center)
