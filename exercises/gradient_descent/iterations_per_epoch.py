r"""How many updates does one pass over the data take? An epoch, counted in mini-batches.

Three words that are often mixed up. A **batch** is the handful of $b$ samples (`batch_size`) that one gradient is computed
from. An **iteration** is one such gradient and the one update of the weights that it is used for. An **epoch** is over when
every one of the $n$ samples was used once. So the number of iterations in an epoch is the number of batches that $n$ samples
are cut into.

When $b$ does not divide $n$, fewer than $b$ samples are left over at the end. They are a batch like any other, only smaller, and
this one counts:

$$\text{iterations} = \#\{\, i \ge 0 \;:\; i\,b < n \,\}$$

With `drop_last=True` an incomplete batch is left out, and only complete ones count. Then an epoch may have no
iteration at all: 5 samples do not fill a batch of 8. No samples make no batches, either way.

The result is a whole number: a Python `int`, or an integer of NumPy's. It is exact, however large $n$ is. The tokens of a large
corpus are beyond $10^{13}$, and a quotient of floats has no more than 16 digits.

Source: the length of `torch.utils.data.DataLoader`, whose argument names these are.
"""

from __future__ import annotations


# To be written without torch, scipy, by whatever name.
def iterations_per_epoch(n: int, batch_size: int, drop_last: bool = False) -> int:
    """Count the mini-batches, and so the updates, in one pass over the data.

    Parameters
    ----------
    n : samples in the data set, at least 0.
    batch_size : samples in a batch, at least 1; it may be larger than `n`.
    drop_last : whether an incomplete batch at the end is left out.

    Returns
    -------
    The number of iterations, a whole number of at least 0.

    Raises
    ------
    ValueError
        If `n` is below 0 or `batch_size` below 1. The message names the argument: n, batch_size. If both are wrong, it does not
        matter which is found first.

    Examples
    --------
    >>> iterations_per_epoch(10000, 200)
    50
    >>> iterations_per_epoch(10001, 200)
    51
    >>> iterations_per_epoch(10001, 200, drop_last=True)
    50
    >>> iterations_per_epoch(10, 0)
    Traceback (most recent call last):
    ValueError: batch_size must be at least 1, got 0
    """
    raise NotImplementedError("write iterations_per_epoch here")
