r"""Folds in which every class has its share.

Cut data at random into folds, and a class of which there are only a few samples may be missing in one of them, and nothing is
learnt about it in another. Stratified folds give every fold the same part of every class, as far as whole samples allow. It is
done like dealing cards that were sorted before: put the samples of the smallest label first, then those of the next label, and so
on, each class in the order in which its samples stand in the data; then deal them to the $k$ folds in turn, without starting anew
at the next class. The sample at place $r = 0, 1, \dots$ of that order belongs to fold

$$f(r) = r \bmod k$$

so that any class, and the whole, differs between two folds by one sample at most. This holds also for a class with fewer samples
than there are folds: it is then missing in some. The rule uses no random numbers; shuffle the data before if their order
means something.

`y` holds the label of each sample, any whole numbers. Return a list of $k$ tuples (`train`, `val`) in the order of the folds:
`val` are the samples of the fold, `train` all others, both as new int64 arrays **in ascending order**.

Source: Kohavi 1995, *A study of cross-validation and bootstrap for accuracy estimation and model selection*, section 2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Int
    from numpy import ndarray as Array


# To be written without sklearn, by whatever name.
def stratified_kfold(y: Int[Array, "n"], k: int) -> list[tuple[Int[Array, "n_train"], Int[Array, "n_val"]]]:
    """Deal the samples of every class to k folds in turn.

    Parameters
    ----------
    y : label of each sample, any whole numbers.
    k : number of folds, from 2 to n.

    Returns
    -------
    For each fold the tuple of the training indices and the validation indices, ascending int64 arrays.

    Raises
    ------
    ValueError
        If `k` is below 2 or above n. The message names the argument: k.

    Examples
    --------
    >>> y = np.array([1, 0, 0, 1, 2, 1, 0, 2])
    >>> [val for train, val in stratified_kfold(y, 3)]
    [array([0, 1, 4]), array([2, 3, 7]), array([5, 6])]
    >>> stratified_kfold(y, 3)[2]
    (array([0, 1, 2, 3, 4, 7]), array([5, 6]))
    """
    raise NotImplementedError("write stratified_kfold here")
