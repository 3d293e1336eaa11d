r"""Turn class numbers into vectors with a single one: how a category becomes numbers that a network can use.

There are $K$ classes, numbered from 0 to $K - 1$. Class $k$ becomes the vector of length $K$ that is 1 at place $k$ and 0
everywhere else, so that any two classes are equally far apart. The number itself would not do: as an input, class 8 would be
twice class 4. For labels $\ell$ of any shape, the vectors lie along a new **last** axis:

$$Y_{\dots k} = \begin{cases} 1 & \text{if } \ell_{\dots} = k \\ 0 & \text{otherwise} \end{cases}$$

A batch of $N$ labels gives a matrix of $N$ rows and $K$ columns, a picture of labels gives a third axis, a single label (no
axis at all) gives one vector, and no labels give no rows, but still $K$ columns. $K$ is `num_classes`, always: a class that
happens to be missing from the batch, even the last one, keeps its column of zeros.

A label below 0 or above $K - 1$ is an error. An indexing that counts -1 from the end would turn the -1 of an unlabelled pixel
into a sample of the last class, and nobody would notice.

The result is **float64**, since what comes next is arithmetic. (`torch.nn.functional.one_hot`, whose layout this is, returns
integers.) It is a new array; do not change `labels`.

Source: Bishop 2006, *Pattern Recognition and Machine Learning*, section 2.2, where it is called the 1-of-K scheme.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float, Int
    from numpy import ndarray as Array


# To be written without torch.nn.functional.one_hot, by whatever name.
def one_hot(labels: Int[Array, "*batch"], num_classes: int) -> Float[Array, "*batch K"]:
    """Encode each label as a vector of zeros with a one at the place of its class.

    Parameters
    ----------
    labels : class numbers from 0 to `num_classes` - 1, as int64, of any shape.
    num_classes : how many classes there are, K, at least 1.

    Returns
    -------
    Zeros and ones as float64, with one more axis than `labels`: the last one, of length K.

    Raises
    ------
    ValueError
        If a label is below 0 or not below `num_classes`. The message names the argument: labels.

    Examples
    --------
    >>> one_hot(np.array([2, 0, 2]), 4)
    array([[0., 0., 1., 0.],
           [1., 0., 0., 0.],
           [0., 0., 1., 0.]])
    >>> one_hot(np.array(1), 3)
    array([0., 1., 0.])
    >>> one_hot(np.array([1, 7]), 3)
    Traceback (most recent call last):
    ValueError: labels must be from 0 to 2
    """
    raise NotImplementedError("write one_hot here")
