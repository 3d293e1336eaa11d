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

from grader.authoring import About

ABOUT = About(
    title="Iterations in an epoch",
    difficulty=1,
    points=5,
    questions=("What is the difference between an epoch, a batch and an iteration?",),
    hints=(
        "Take ten samples and cut them into batches of four, with a pencil. How many pieces are there, and which of them is "
        "special? Then do it with twelve samples. The two cases differ by whether something is left over, and the flag decides "
        "whether what is left over is worth an update. Whoever answers with the size of a batch has divided by the wrong number.",
        "Complete batches are what integer division counts: it gives a whole number and forgets the rest. There is one batch "
        "more exactly if the rest is not zero. Note that this is not the same as always adding one. Avoid the single slash: "
        "it makes a float, and floats cannot tell very large neighbouring numbers apart.",
        "Python's divmod gives you quotient and rest at once. Or trick integer division into rounding up: enlarge the number of "
        "samples first, by just so much that a rest of one is enough for another batch, and a rest of zero is not. "
        "Before all this look at the arguments: a batch holds at least one sample, and a data set cannot have fewer than none.",
    ),
    forbid=("torch", "scipy"),
)


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
    if n < 0:
        raise ValueError(f"n must be at least 0, got {n}")
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, got {batch_size}")
    complete, rest = divmod(n, batch_size)
    return complete if drop_last or rest == 0 else complete + 1
