r"""Which features does a model rely on? Shuffle one of them among the samples, and see how much worse the predictions get.

The model is a black box and is not trained again. `predict` takes a table of samples, shape (N, D), and returns N predictions.
`metric` takes these predictions and the truth, in this order, and returns one number that is larger for better predictions,
such as an accuracy. For feature $d$, replace column $d$ of the table by the same numbers in another order, and leave all other
columns alone. The importance is what the score loses:

$$I_d = \mathrm{metric}\big(\mathrm{predict}(x), y\big) - \mathrm{metric}\big(\mathrm{predict}(x^{(d)}), y\big), \qquad
x^{(d)}_{n,k} = \begin{cases} x_{\pi_d(n),\,k} & k = d \\ x_{n,k} & k \ne d \end{cases}$$

Row $d$ of `perms` holds the permutation $\pi_d$ of the numbers $0, \dots, N - 1$: sample $n$ receives the value of sample
$\pi_d(n)$. The truth $y$ is never shuffled, and every feature starts again from the original table. A feature that the model
does not use has importance zero, exactly. A negative number says that the model does better without the true values.

Shuffling keeps how the feature is distributed and cuts its tie to everything else. That is the catch, too: where two features
say the same, each of them seems unimportant, and the shuffled table holds samples that never occur.

`predict` and `metric` neither change nor keep their arguments. `x` is float64 or float32, `y` is whatever the metric
understands, and `perms` holds integers. The importances are a new array of shape (D,) in the dtype of `x`. Do not change the
inputs.

Source: Breiman 2001, *Random forests*, section 10; Fisher, Rudin and Dominici 2019, *All models are wrong, but many are
useful*.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from collections.abc import Callable

    from jaxtyping import Float, Int
    from numpy import ndarray as Array

ABOUT = About(
    title="Permutation importance",
    difficulty=1,
    points=5,
    questions=(
        "Why are deep learning models called black boxes?",
        "How do you find out which inputs a network's decision depends on?",
    ),
    hints=(
        "There is one experiment for each feature, and one more for all of them: the score of the table as it is. Write the "
        "loop over the features first, with a single question in it: what does the table of this experiment look like?",
        "Copy the table, and write a single column of the copy. Its new numbers are the old ones of the same column, picked "
        "with the permutation as an index: the entry for sample n comes from the sample whose number stands at place n. The "
        "other way round would be the inverse permutation, and it is a different one.",
        "A column of the copy must be filled from x, and the next experiment needs a copy of its own. Then ask for "
        "predictions, score them against the truth that was never touched, and subtract this score from that of the original "
        "table. The predictions come first and the truth second: for some metrics it makes a difference.",
    ),
    skip={
        "gradients_flow": "predict and metric are black boxes: scores come without a graph.",
        "independent": "Neither PyTorch nor SciPy measures the importance of features.",
    },
)


def permutation_importance(
    predict: Callable[[Float[Array, "N D"]], Float[Array, "N"]],
    x: Float[Array, "N D"],
    y: Float[Array, "N"],
    metric: Callable[[Float[Array, "N"], Float[Array, "N"]], float],
    perms: Int[Array, "D N"],
) -> Float[Array, "D"]:
    """Measure how much the score of a model drops when one feature is shuffled, for each feature.

    Parameters
    ----------
    predict : takes a table and returns a prediction for each sample.
    x : the table, one sample in each row.
    y : the truth, one entry for each sample.
    metric : takes predictions and truth, in this order, and returns a score; higher is better.
    perms : a permutation of the samples for each feature.

    Returns
    -------
    The drop of the score for each feature, in the dtype of `x`.

    Examples
    --------
    >>> x = np.array([[1.0, 10.0, 5.0], [2.0, 20.0, 9.0], [4.0, 40.0, 7.0]])
    >>> def predict(table):
    ...     return table[:, 0] + table[:, 1]
    >>> def metric(predicted, truth):
    ...     return -np.mean(np.abs(predicted - truth))
    >>> permutation_importance(predict, x, np.array([9.0, 25.0, 46.0]), metric, np.array([[1, 2, 0], [2, 0, 1], [2, 1, 0]]))
    array([ 0.66666667, 20.        ,  0.        ])
    """
    score = metric(predict(x), y)
    drops = np.empty(x.shape[1], x.dtype)
    for d, order in enumerate(perms):
        shuffled = x.copy()
        shuffled[:, d] = x[order, d]
        drops[d] = score - metric(predict(shuffled), y)
    return drops
