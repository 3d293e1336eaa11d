r"""Draw learning rates so that every power of ten has the same chance.

Is 0.001 a good learning rate, or 0.1? Nobody knows the order of magnitude beforehand, so that is what has to be drawn evenly. A
uniform number between 0.0001 and 1 lies above 0.1 nine times out of ten, and three of the four decades share what is left. Make
the **logarithm** uniform instead. With a number $u$ that is uniform between 0 and 1, the draw $r$ is given by

$$\log r = \log(\text{low}) + u\,\big(\log(\text{high}) - \log(\text{low})\big)$$

so that $u = 0$ gives `low`, $u = 1$ gives `high`, and $u = 1/2$ the geometric mean of the two. The base of the logarithms makes
no difference, as long as it is the same everywhere.

The uniform numbers are handed over as `u`, an array of any shape with values from 0 to 1. The result has the shape and the dtype
of `u`: float32 in, float32 out. `low` and `high` are the smallest and the largest learning rate themselves, not their logarithms;
they may be equal, and are then what every draw gives. Return a new array; do not change `u`.

Source: Bergstra and Bengio 2012, *Random search for hyper-parameter optimization*, section 4; Bengio 2012, *Practical
recommendations for gradient-based training of deep architectures*, section 3.3.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without scipy.stats, torch.distributions, by whatever name.
def log_uniform(low: float, high: float, u: Float[Array, "*shape"]) -> Float[Array, "*shape"]:
    """Turn uniform numbers into numbers whose logarithm is uniform between two ends.

    Parameters
    ----------
    low : the smallest result, above 0.
    high : the largest result, at least `low`.
    u : uniform numbers from 0 to 1, in any shape.

    Returns
    -------
    A number from `low` to `high` for each number of `u`, in the shape and dtype of `u`.

    Raises
    ------
    ValueError
        If `low` is not above 0, or `high` is below `low`. The message names the argument: low, high.

    Examples
    --------
    >>> log_uniform(0.001, 10.0, np.array([0.25, 0.0, 0.5, 0.75]))
    array([0.01 , 0.001, 0.1  , 1.   ])
    """
    raise NotImplementedError("write log_uniform here")
