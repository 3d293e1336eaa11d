r"""What a layer costs: self-attention, recurrence and convolution on a sequence, compared in three numbers.

A layer turns $n$ vectors of $d$ numbers into $n$ vectors of $d$ numbers. Three things matter, and no kind is best at all of them.

1. **Operations**: how many products of numbers, up to a constant factor, which is left out.
2. **Sequential steps**: how many of them have to wait for each other, however many processors there are.
3. **Path length**: how many layers or steps lie between the first and the last position, that is, how far a gradient travels to
   connect them.

| kind | operations | sequential steps | path length |
|---|---|---|---|
| `"attention"` | $n^2 d$ | 1 | 1 |
| `"rnn"` | $n d^2$ | $n$ | $n$ |
| `"conv"` | $k\, n\, d^2$ | 1 | the smallest $m \ge 1$ with $k^m \ge n$ |

Attention compares every position with every other one, with $d$ products each; a recurrent network multiplies the state by a $d
\times d$ matrix at every position, and a convolution of width $k$ has $k$ such matrices. One layer of convolution sees $k$
positions; with dilations of $1, k, k^2, \dots$ a stack of $m$ layers sees $k^m$, which makes its path logarithmic.

So the recurrent layer is **not** the one with the most arithmetic: attention is, as soon as $n > d$. What it wins is in the other
two columns. All three results are whole numbers and exact, also for millions of positions.

Source: Vaswani and others 2017, *Attention is all you need*, section 4 and table 1.
"""

from __future__ import annotations


def layer_cost(kind: str, n: int, d: int, k: int = 3) -> tuple[int, int, int]:
    """Count operations, sequential steps and the longest path of a layer.

    Parameters
    ----------
    kind : "attention", "rnn" or "conv".
    n : number of positions, at least 1.
    d : number of features of each position, at least 1.
    k : width of the convolution, at least 2; the other kinds ignore it.

    Returns
    -------
    The operations, the sequential steps and the path length, three whole numbers.

    Raises
    ------
    ValueError
        If `kind` is none of the three. The message names it: kind.

    Examples
    --------
    >>> layer_cost("attention", 50, 8)
    (20000, 1, 1)
    >>> layer_cost("rnn", 50, 8)
    (3200, 50, 50)
    >>> layer_cost("conv", 50, 8, k=5)
    (16000, 1, 3)
    """
    raise NotImplementedError("write layer_cost here")
