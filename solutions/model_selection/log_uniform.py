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

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Learning rates on a logarithmic scale",
    difficulty=1,
    points=5,
    questions=("Is a linear grid of learning rates sensible?",),
    hints=(
        "Draw a ruler from low to high and write the powers of ten on it at equal distances. Where on this ruler is the place u? "
        "Its distance from the left end is the share u of the whole length. The length is a difference of two logarithms, and "
        "what you look for is the number that is written at that place.",
        "Undo the logarithm on both sides of the formula in the statement. A sum of logarithms becomes a product, and a factor "
        "before a logarithm becomes an exponent. A difference of logarithms is the logarithm of a quotient. What remains has one "
        "product, one quotient and one power, and no logarithm at all.",
        "Try it with 0.001, 10 and one half: four decades, so half of the way is two decades above the lower end, 0.1. In other "
        "words, the draw is the lower end, multiplied by a part of the whole ratio of the ends, and u is the exponent that "
        "says how large a part. Plain Python numbers for the ends keep float32 as it is; check both ends before all.",
    ),
    skip={"large_values": "u holds shares from 0 to 1, and ten thousand of them is no share."},
    forbid=("scipy.stats", "torch.distributions"),
)


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
    if low <= 0:
        raise ValueError(f"low must be above 0, got {low}")
    if high < low:
        raise ValueError(f"high must be at least {low}, got {high}")
    return low * (high / low) ** u
