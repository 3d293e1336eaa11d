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

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float, Int
    from numpy import ndarray as Array

ABOUT = About(
    title="One-hot encoding",
    difficulty=1,
    points=5,
    questions=("Which data structures are common in deep learning?",),
    hints=(
        "Write down the table for the labels 2, 0, 2 and four classes. Each label has a row of its own, with one number that is "
        "not zero. How many columns are there, and which of them is empty? If your code would make fewer columns here, it looks "
        "at the labels where it should look at the number of classes.",
        "One way: begin with zeros, and set one place in each row. The trap is that a colon for the rows together with the "
        "labels for the columns sets these columns in all rows; rows and columns have to be given in pairs. Another way needs "
        "no assignment: ask of each label and each class whether they are equal, which is a comparison that broadcasts.",
        "Give the labels one more axis of length 1 at the end and compare them with the whole numbers below the number of "
        "classes; convert the answers to float64. This works for every shape of labels, also for none. Check the range first, "
        "at both ends, and in a way that does not fail without labels: ask whether any label is bad instead of looking for the "
        "smallest one.",
    ),
    forbid=("torch.nn.functional.one_hot",),
)


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
    classes = np.arange(num_classes)
    if not np.isin(labels, classes).all():
        raise ValueError(f"labels must be from 0 to {num_classes - 1}")
    return (labels[..., None] == classes).astype(np.float64)
