r"""Where does the error of a model come from? Bias, variance and noise, taken apart with a pile of training sets.

Somebody has drawn $R$ training sets, trained the same model on each of them, and written down what it predicts at the same
$n$ test points: $\hat f_r(x_i)$ is `preds[r, i]`. The true function $f(x_i)$ is known, and labels are scattered about it with
the variance $\sigma^2$, called `noise_var`. The prediction averaged over the training sets is

$$\bar f(x_i) = \frac1R \sum_{r=1}^R \hat f_r(x_i)$$

and the error has three sources, each of them averaged over the test points:

$$\text{bias}^2 = \frac1n\sum_i \big(\bar f(x_i) - f(x_i)\big)^2 \qquad
\text{variance} = \frac1n\sum_i \frac1R\sum_r \big(\hat f_r(x_i) - \bar f(x_i)\big)^2 \qquad \text{noise} = \sigma^2$$

The variance has $R$ below the line and not $R - 1$. Then it is no estimate but an identity, exact for the predictions at
hand: the three add up to the **expected squared error** on fresh labels $y_i = f(x_i) + \varepsilon_i$ with noise of mean 0,

$$\text{mse} = \frac1{nR}\sum_{i,r} \mathbb E_\varepsilon \big(y_i - \hat f_r(x_i)\big)^2
= \text{bias}^2 + \text{variance} + \text{noise}$$

A model that underfits has a large bias, one that overfits a large variance, and no model gets below the noise. With a single
training set, $R = 1$, the variance is zero, and bias cannot be told from it.

The result is a dictionary with the keys `"bias2"`, `"variance"` and `"mse"`, all of them floating-point numbers.
A small variance beside large predictions keeps its digits: the mean of squares minus the square of the mean would lose them.

Source: Geman, Bienenstock and Doursat 1992, *Neural networks and the bias/variance dilemma*, section 3; Hastie, Tibshirani and
Friedman 2009, *The elements of statistical learning*, section 7.3.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


def bias_variance(preds: Float[Array, "r n"], f_true: Float[Array, "n"], noise_var: float) -> dict[str, float]:
    """Split the expected squared error of a model into squared bias, variance and noise.

    Parameters
    ----------
    preds : predictions at the test points, one row for each training set; there is at least one of both.
    f_true : values of the true function at the test points.
    noise_var : variance of the noise of the labels, at least 0.

    Returns
    -------
    A dictionary with the keys "bias2", "variance" and "mse".

    Raises
    ------
    ValueError
        If `noise_var` is below 0. The message names it: noise_var.

    Examples
    --------
    >>> preds = np.array([[1.0, 2.0, 0.0], [3.0, 6.0, 1.0]])
    >>> parts = bias_variance(preds, np.array([1.0, 5.0, 2.0]), noise_var=0.5)
    >>> parts["variance"], parts["bias2"], parts["mse"]
    (np.float64(1.75), np.float64(1.4166666666666667), np.float64(3.6666666666666665))
    """
    raise NotImplementedError("write bias_variance here")
