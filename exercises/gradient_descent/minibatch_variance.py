r"""How noisy is the gradient of a mini-batch? Four times the samples halve the noise, and no more.

Sample $i$ of $n$ has the gradient $g_i$, a row of `grads`. Full-batch gradient descent follows their mean $\bar g$. A
mini-batch of $b$ samples, `batch_size`, follows the mean of $b$ random rows, $\hat g$. That is right on average, and its total
variance is

$$V = \mathbb E\, \lVert \hat g - \bar g \rVert^2$$

the expected squared distance, added up over all coordinates. The expectation is over all ways to draw the batch, and you are to
compute it exactly, without drawing anything.

**With replacement** (`replace=True`) each row of the batch is drawn from all $n$, and may be drawn again. With
$\sigma^2 = \frac1n \sum_i \lVert g_i - \bar g \rVert^2$, the total variance of the rows themselves,

$$V = \frac{\sigma^2}{b}$$

**Without replacement** (`replace=False`), as in a shuffled epoch, no row can be drawn twice, and the noise is smaller:

$$V = \frac{\sigma^2}{b} \cdot \frac{n - b}{n - 1}$$

It vanishes for $b = n$, since a batch of everybody has no noise. That holds for a single sample as well, where the fraction would
be 0/0.

The result is one floating-point number, Python's or your library's. Gradients that differ little from a large mean keep their
digits: only differences from the mean may be squared.

Source: Bottou, Curtis and Nocedal 2018, *Optimization methods for large-scale machine learning*, section 4.2; Cochran
1977, *Sampling Techniques*, section 2.5.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


def minibatch_variance(grads: Float[Array, "n d"], batch_size: int, replace: bool = True) -> Float[Array, ""]:
    """Compute the total variance of the mean gradient of a random batch.

    Parameters
    ----------
    grads : the gradient of each sample, one in each row; at least one.
    batch_size : samples in a batch, at least 1; without replacement at most n.
    replace : whether a sample can be in the batch more than once.

    Returns
    -------
    The expected squared distance between the gradient of a batch and that of all samples, a number.

    Raises
    ------
    ValueError
        If `batch_size` is below 1, or above n without replacement. The message names it: batch_size.

    Examples
    --------
    >>> grads = np.array([[1.0, 2.0], [3.0, 2.0], [3.0, -4.0], [1.0, 8.0]])
    >>> float(minibatch_variance(grads, 1))
    19.0
    >>> float(minibatch_variance(grads, 2))
    9.5
    >>> round(float(minibatch_variance(grads, 2, replace=False)), 6)
    6.333333
    """
    raise NotImplementedError("write minibatch_variance here")
