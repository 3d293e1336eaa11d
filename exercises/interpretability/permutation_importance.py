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

if TYPE_CHECKING:
    from collections.abc import Callable

    from jaxtyping import Float, Int
    from numpy import ndarray as Array


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
    raise NotImplementedError("write permutation_importance here")
