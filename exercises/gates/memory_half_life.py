r"""How long does an LSTM remember? As long as the bias of its forget gate says.

Suppose nothing but its bias $b$ speaks to a forget gate, as is nearly true of a network that has just been initialized. Then
the gate is $f = \sigma(b)$ at every step, with $\sigma(b) = 1/(1 + e^{-b})$, and what was written into the cell fades as $f,
f^2, f^3, \dots$ Its half-life is the number of steps $k$ after which half of it is left:

$$\sigma(b)^k = \tfrac12$$

Solve for $k$. It is a real number and is not rounded: a bias of 0 gives exactly 1 step, a very negative one a fraction of a step,
and each further unit of a large bias multiplies the half-life by nearly $e$.

That holds at both ends, and takes care in floating point: $\sigma(40)$ is rounded to 1, and yet half is gone after $1.6 \cdot
10^{17}$ steps; at $-1000$ the exponential overflows and the half-life is a harmless 0.0007. Where the true value is larger than
any float, as for a bias of 800, and for an infinite bias, the half-life is infinite; for a bias of $-\infty$ it is 0.

The result is a floating-point number, Python's or your library's.

Source: Gers, Schmidhuber and Cummins 2000, *Learning to forget*; Jozefowicz, Zaremba and Sutskever 2015, *An empirical
exploration of recurrent network architectures* (a bias of 1 closes the gap to the GRU).
"""

from __future__ import annotations

import math


def memory_half_life(forget_bias: float) -> float:
    """Compute after how many steps half of a memory is left.

    Parameters
    ----------
    forget_bias : the only thing that the forget gate hears of; any real number, or infinity of either sign.

    Returns
    -------
    The half-life in steps, at least 0, possibly infinite.

    Examples
    --------
    >>> memory_half_life(0.0)
    1.0
    >>> round(memory_half_life(1.0), 6)
    2.212678
    >>> round(memory_half_life(5.0), 4)
    103.2183
    """
    raise NotImplementedError("write memory_half_life here")
