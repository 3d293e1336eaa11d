r"""Feedforward or recurrent?  Do not look inside: change the distant past, and see whether the last output takes notice.

`f` is a sequence model: it takes a sequence $x$ of $T$ steps with $D$ features each and returns $T$ outputs with $O$ numbers
each. Take a second sequence $x'$, `other`, of the same shape, and replace everything **but the last $k$ steps** of $x$ by it:

$$\tilde x_t = \begin{cases} x'_t & t < T - k \\ x_t & t \ge T - k \end{cases} \qquad\qquad
s_k = \max_o \left|\, f(\tilde x)_{T-1,\,o} - f(x)_{T-1,\,o} \right|$$

($t$ counts from 0.) Return $s_k$, a single number: how far the last output has moved.

What it tells: a perceptron that is applied step by step has $s_1 = 0$, since nothing but the present counts. A network that
reads a window of $w$ steps is feedforward as well, and does remember: $s_k > 0$ for $k < w$ and $s_k = 0$ from $k = w$ on. A
recurrent network keeps a state, and $s_k$ may be above 0 for every $k < T$: it fades, but there is no step at which it ends.

With $k = T$ nothing is replaced, and the result is 0. With $k = 0$ everything is, the last step included. `f` has no memory
between two calls and does not change what it is given; its outputs may be large, of either sign, and infinite nowhere.
The inputs are not changed, and the result, a number without axes, is computed in the dtype of what `f` returns.

Source: Elman 1990, *Finding structure in time*; Waibel, Hanazawa, Hinton, Shikano and Lang 1989 for networks with a window.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from jaxtyping import Float
    from numpy import ndarray as Array


def history_sensitivity(
    f: Callable[[Float[Array, "T D"]], Float[Array, "T O"]],
    x: Float[Array, "T D"],
    other: Float[Array, "T D"],
    k: int,
) -> float:
    """Measure how much the last output of a sequence model depends on all but the last k inputs.

    Parameters
    ----------
    f : the model: from a sequence to a sequence of outputs, one for each step.
    x : a sequence.
    other : another sequence of the same shape, from which the past is taken.
    k : how many steps at the end of `x` are kept, from 0 to T.

    Returns
    -------
    The largest change of an entry of the last output, a number of at least 0.

    Raises
    ------
    ValueError
        If `k` is below 0 or above the number of steps. The message names the argument: k.

    Examples
    --------
    >>> x = np.array([[1.0], [2.0], [3.0], [4.0], [5.0]])
    >>> other = np.array([[5.0], [1.0], [3.5], [11.0], [7.25]])
    >>> def running_sum(v):
    ...     return np.cumsum(v, axis=0)
    >>> float(history_sensitivity(running_sum, x, other, 2))
    3.5
    >>> float(history_sensitivity(running_sum, x, other, 0))
    12.75
    >>> float(history_sensitivity(lambda v: 2.0 * v, x, other, 1))
    0.0
    """
    raise NotImplementedError("write history_sensitivity here")
