r"""One round of AdaBoost: how much to trust a weak classifier, and whom the next one should care about.

Boosting trains weak classifiers one after the other, and each is told what those before it got wrong. AdaBoost tells it by
weights: every sample has one, samples that were classified wrongly become heavier, the others lighter. No sample is thrown away.
Labels and predictions are -1 or +1, so that $y_i\, p_i$ is +1 where the prediction is right and -1 where it is wrong. The
weighted error of the classifier, and the weight $\alpha$ that its vote gets in the end, are

$$e = \frac{\sum_{i:\, p_i \ne y_i} w_i}{\sum_i w_i}, \qquad \alpha = \frac12 \ln \frac{1 - e}{e}$$

and the new weights of the samples, which add up to 1, are

$$w_i' = \frac{w_i\, e^{-\alpha\, y_i p_i}}{\sum_j w_j\, e^{-\alpha\, y_j p_j}}$$

Under the new weights the same classifier has an error of exactly 1/2: it is worth no more than a coin, and the next one has to
find something new. The old weights need not add up to 1.

A classifier without an error would get an infinite vote, and there would be nothing left to boost. One with an error of 1/2
or more is no better than a coin. Both are rejected.

Return the tuple (`alpha`, new weights). The labels and predictions are int64; the weights keep their dtype, float32 or float64.
Do not change the arguments.

Source: Freund and Schapire 1997, *A decision-theoretic generalization of on-line learning and an application to boosting*.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float, Int
    from numpy import ndarray as Array


# To be written without sklearn, by whatever name.
def adaboost_round(w: Float[Array, "n"], y: Int[Array, "n"], pred: Int[Array, "n"]) -> tuple[Float[Array, ""], Float[Array, "n"]]:
    """Weigh the vote of a classifier, and the samples for the next one.

    Parameters
    ----------
    w : weight of each sample, above 0.
    y : label of each sample, -1 or +1.
    pred : what the classifier predicts for each sample, -1 or +1.

    Returns
    -------
    The weight of the vote, a number, and the new weights of the samples, which add up to 1.

    Raises
    ------
    ValueError
        If the weighted error is 0, or at least 1/2. The message names the argument: pred.

    Examples
    --------
    >>> y, pred = np.array([1, 1, -1, -1, 1]), np.array([1, -1, -1, -1, 1])
    >>> alpha, w = adaboost_round(np.array([0.3, 0.2, 0.1, 0.3, 0.1]), y, pred)
    >>> round(float(alpha), 6)
    0.693147
    >>> w
    array([0.1875, 0.5   , 0.0625, 0.1875, 0.0625])
    """
    raise NotImplementedError("write adaboost_round here")
