r"""Who was taken for whom: the confusion matrix, and the scores that are read off it.

A classifier that always says "healthy" is right 99 times out of 100 if one patient in 100 is ill, and useless. Accuracy alone
does not show that; the confusion matrix does. Entry $M_{ij}$ counts the samples **of class $i$ that were predicted as $j$**: rows
are the truth, columns the predictions. For each class $c$ there are the hits $M_{cc}$, and from them

$$\text{precision}_c = \frac{M_{cc}}{\sum_i M_{ic}}, \qquad \text{recall}_c = \frac{M_{cc}}{\sum_j M_{cj}}, \qquad
F_{1,c} = \frac{2\, M_{cc}}{\sum_i M_{ic} + \sum_j M_{cj}}$$

Precision: of those that were called $c$, how many are? Recall: of those that are $c$, how many were called so? $F_1$ is the
harmonic mean of both. Accuracy is the share of all samples that lie on the diagonal. Wherever 0 is divided by 0, as for a class
that is never predicted, the score is 0.

`num_classes` says how many classes there are, also if some of them do not occur. Return a dict with the keys `"confusion"`, an
int64 array of shape (C, C); `"accuracy"`, a number; and `"precision"`, `"recall"` and `"f1"`, float64 arrays of shape (C,) with
one score for each class, not averaged. Labels and predictions are int64, from 0 to $C - 1$, and there is at least one.

Source: van Rijsbergen 1979, *Information retrieval*, chapter 7; Sokolova and Lapalme 2009, *A systematic analysis of performance
measures for classification tasks*.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float, Int
    from numpy import ndarray as Array


# To be written without sklearn, torchmetrics, by whatever name.
def confusion_scores(
    y: Int[Array, "n"], pred: Int[Array, "n"], num_classes: int
) -> dict[str, Int[Array, "C C"] | float | Float[Array, "C"]]:
    """Count who was taken for whom, and score every class.

    Parameters
    ----------
    y : true class of each sample.
    pred : predicted class of each sample.
    num_classes : number of classes, C.

    Returns
    -------
    A dict with the keys "confusion", "accuracy", "precision", "recall" and "f1", in this order.

    Raises
    ------
    ValueError
        If an entry of `y` or `pred` is no class, so not from 0 to C - 1. The message names the argument: y, pred.

    Examples
    --------
    >>> scores = confusion_scores(np.array([0, 2, 0, 1, 0, 1]), np.array([0, 2, 1, 2, 0, 1]), 3)
    >>> scores["confusion"]
    array([[2, 1, 0],
           [0, 1, 1],
           [0, 0, 1]])
    >>> scores["precision"]
    array([1. , 0.5, 0.5])
    >>> scores["f1"].round(3)
    array([0.8  , 0.5  , 0.667])
    """
    raise NotImplementedError("write confusion_scores here")
