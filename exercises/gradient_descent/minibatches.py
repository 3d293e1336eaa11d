r"""Cut an epoch into mini-batches: who is in the first update, who in the second?

An epoch visits every sample once, in random order. That order is a permutation $\pi$ of the numbers $0, \dots, n-1$, drawn anew
for each epoch; here it is given, as `perm`. Nothing is left to chance any more, and what remains is to cut it. Batch $i$ holds
the next $b$ entries, with $b$ the `batch_size`:

$$B_i = \big(\pi_{ib},\; \pi_{ib+1},\; \dots,\; \pi_{\min(ib+b,\,n)-1}\big), \qquad i = 0, 1, \dots$$

as long as there are entries left. If $b$ does not divide $n$, the last batch is smaller than the others. It is kept, or left out
with `drop_last=True`; a last batch that is complete stays in any case. A batch larger than the whole data set is allowed, and
empty data have no batches. No batch is ever empty.

The batches are indices and no samples: $x_{B_i}$ and $y_{B_i}$, picked with the same indices, still belong together.
Keep the order within a batch as well. Each batch is a new array in the dtype of `perm`, and shares memory neither with `perm` nor
with another batch: whoever sorts or shuffles one of them must not change the rest of the epoch.

A `perm` that names a sample twice, or one that does not exist, is no permutation, and an epoch with it would leave somebody out.
Reject it.

Source: Bottou 2012, *Stochastic gradient descent tricks*, section 3; the arguments are those of
`torch.utils.data.BatchSampler`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jaxtyping import Int
    from numpy import ndarray as Array


# To be written without torch.utils.data, by whatever name.
def minibatches(perm: Int[Array, "n"], batch_size: int, drop_last: bool = False) -> list[Int[Array, "batch"]]:
    """Cut a permutation of all samples into the batches of one epoch.

    Parameters
    ----------
    perm : the order in which the samples are visited: every number from 0 to n - 1 once; n may be 0.
    batch_size : samples in a batch, at least 1; it may be larger than n.
    drop_last : whether an incomplete batch at the end is left out.

    Returns
    -------
    The batches, in order: a list of new arrays of indices.

    Raises
    ------
    ValueError
        If `batch_size` is below 1, or `perm` is no permutation of the numbers from 0 to n - 1. The message names the argument:
        batch_size, perm.

    Examples
    --------
    >>> perm = np.array([3, 0, 6, 8, 2, 5, 1, 4, 7])
    >>> minibatches(perm, 4)
    [array([3, 0, 6, 8]), array([2, 5, 1, 4]), array([7])]
    >>> minibatches(perm, 4, drop_last=True)
    [array([3, 0, 6, 8]), array([2, 5, 1, 4])]
    """
    raise NotImplementedError("write minibatches here")
