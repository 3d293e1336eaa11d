r"""Is dropout used at test time? Usually not, but with many passes it tells how sure a network is: Monte Carlo dropout.

A small classifier has one hidden layer with ReLU, dropout on its hidden units, and a softmax over the classes:

$$h = \max(0,\; x W_1^\top + b_1), \qquad \pi(m) = \mathrm{softmax}\big((h \odot m)\, W_2^\top + b_2\big)$$

**Evaluation**, where `u` is `None`: nothing is dropped and nothing is scaled, $m = 1$. The prediction is $\pi(1)$, it is the
same each time, and its variance is zero for all entries. This is the mode of a network that has been trained, whichever data it
looks at: it is off on the *training* set too, when the accuracy there is measured.

**Monte Carlo dropout**, where `u` holds uniform random numbers for $T$ passes: pass $t$ has its own mask for each unit of each
sample, as in training,

$$m^{(t)}_{ni} = \begin{cases} \dfrac{1}{1-p} & u_{tni} \ge p \\[4pt] 0 & u_{tni} < p \end{cases} \qquad
\bar\pi = \frac1T \sum_t \pi\big(m^{(t)}\big), \qquad v = \frac1T \sum_t \Big(\pi\big(m^{(t)}\big) - \bar\pi\Big)^2$$

with $p$ the probability to drop; at $p = 1$ all masks are zeros, without a division by zero. The **probabilities** are
averaged, after the softmax. Averaged logits would lose what the passes disagree about. The variance is that of the $T$ passes,
for each sample and each class, with $T$ below the line.

The softmax must not overflow, however large the logits. All arrays have the same dtype, and so have the results.

Source: Gal and Ghahramani 2016, *Dropout as a Bayesian approximation*, sections 3 and 4.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without torch.nn.functional.dropout, torch.dropout, torch.nn.Dropout, torch.feature_dropout,
# torch.alpha_dropout, torch.feature_alpha_dropout, by whatever name.
def mc_dropout_predict(
    x: Float[Array, "n d"],
    weight1: Float[Array, "h d"],
    bias1: Float[Array, "h"],
    weight2: Float[Array, "c h"],
    bias2: Float[Array, "c"],
    p: float,
    u: Float[Array, "t n h"] | None = None,
) -> tuple[Float[Array, "n c"], Float[Array, "n c"]]:
    """Predict class probabilities and how much they vary under dropout.

    Parameters
    ----------
    x : samples, one in each row.
    weight1 : weights of the hidden layer, one row for each of its units.
    bias1 : biases of the hidden layer.
    weight2 : weights of the output layer, one row for each class.
    bias2 : biases of the output layer.
    p : probability that a hidden unit is dropped, from 0 to 1, both included.
    u : random numbers, uniform in [0, 1), for each pass, sample and hidden unit, with at least one pass; None to evaluate.

    Returns
    -------
    The probabilities of the classes, averaged over the passes, and their variance over the passes.

    Raises
    ------
    ValueError
        If `p` is below 0 or above 1, also in evaluation, or `u` has not the shape (passes, samples, hidden units). The message
        names the argument: p, u.

    Examples
    --------
    >>> x, weight1, bias1 = np.array([[2.0]]), np.array([[1.0]]), np.array([-1.0])
    >>> weight2, bias2 = np.array([[0.0], [np.log(3.0)]]), np.array([0.0, 0.0])
    >>> mc_dropout_predict(x, weight1, bias1, weight2, bias2, 0.5)
    (array([[0.25, 0.75]]), array([[0., 0.]]))
    >>> u = np.array([[[0.9]], [[0.2]]])
    >>> mean, variance = mc_dropout_predict(x, weight1, bias1, weight2, bias2, 0.5, u)
    >>> np.round(mean, 6), np.round(variance, 6)
    (array([[0.3, 0.7]]), array([[0.04, 0.04]]))
    """
    raise NotImplementedError("write mc_dropout_predict here")
