r"""k-fold cross-validation: everybody is validation data once, and training data in all other rounds.

One split into training and validation data wastes data twice: what is validated on teaches nothing, and the estimate hangs on the
luck of a few samples. Cut the shuffled data into $k$ folds instead and train $k$ times: in round $i$ fold $i$ is kept for
validation and the others are for training. Every sample is judged exactly once, by a model that has not seen it, and the
mean of the $k$ scores is the estimate. It measures; to change the model is another matter.

`perm` is a random order of the sample numbers $0, \dots, n-1$. The folds are its consecutive pieces, as equal as they can be: the
first $n \bmod k$ folds have one sample more than the others,

$$n_i = \lfloor n / k \rfloor + \begin{cases} 1 & \text{if } i < n \bmod k \\ 0 & \text{otherwise}\end{cases}
\qquad i = 0, \dots, k-1$$

Return a list of $k$ tuples (`train`, `val`), in the order of the folds. `val` is the fold in the order of `perm`, `train` is what
remains of `perm`, in the order of `perm` too. All are new arrays in the dtype of `perm`, and share no memory with it or with each
other.

There are at least 2 folds, since one fold would leave nothing to train on, and at most $n$, since no fold may be empty; $k = n$
is called leave-one-out.

Source: Stone 1974, *Cross-validatory choice and assessment of statistical predictions*; Hastie, Tibshirani and Friedman 2009,
*The elements of statistical learning*, section 7.10.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Int
    from numpy import ndarray as Array


# To be written without sklearn, by whatever name.
def kfold_indices(perm: Int[Array, "n"], k: int) -> list[tuple[Int[Array, "n_train"], Int[Array, "n_val"]]]:
    """Cut a permutation of all samples into the training and validation sets of k rounds.

    Parameters
    ----------
    perm : the samples in random order: every number from 0 to n - 1 once.
    k : number of folds, from 2 to n.

    Returns
    -------
    For each fold the tuple of the training indices and the validation indices, new arrays.

    Raises
    ------
    ValueError
        If `k` is below 2 or above n. The message names the argument: k.

    Examples
    --------
    >>> kfold_indices(np.array([3, 0, 4, 6, 2, 5, 1, 7]), 3)[0]
    (array([6, 2, 5, 1, 7]), array([3, 0, 4]))
    >>> [val for train, val in kfold_indices(np.array([3, 0, 4, 6, 2, 5, 1, 7]), 3)]
    [array([3, 0, 4]), array([6, 2, 5]), array([1, 7])]
    """
    raise NotImplementedError("write kfold_indices here")
