r"""King minus man plus woman: answer analogies with word vectors.

Word embeddings put relations between words into directions. If *a* is to *b* as *c* is to a word that is sought, the step from
*a* to *b*, made from *c*, should end near that word. With $u_i$ for the row $E_i$ of `embeddings`, divided by its Euclidean
length,

$$t = u_b - u_a + u_c, \qquad \text{answer} = \arg\max_{i \,\notin\, \{a, b, c\}} \frac{u_i \cdot t}{\lVert t \rVert}$$

So all rows are scaled to the length 1 **first**, since frequent words have longer vectors; the target $t$ is made of these unit
vectors; and the answer is the word whose cosine with $t$ is largest. The three words of the question are **excluded**, or one of
them would nearly always win. Where words with the same vector are equally near, the one with the smallest
number is taken.

`a`, `b` and `c` are arrays of $Q$ integers, the numbers of rows, one question in each place; return the $Q$ answers, as an array
of integers. No row of `embeddings` and no target is zero, and there is always a word left that is not part of the question.
Within a question a word may occur twice. The inputs stay as they are.

Source: Mikolov, Yih and Zweig 2013, *Linguistic regularities in continuous space word representations*, section 4; Levy and
Goldberg 2014, *Linguistic regularities in sparse and explicit word representations*, for the exclusion and the unit vectors.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float, Int
    from numpy import ndarray as Array


# To be written without sklearn, scipy.spatial, by whatever name.
def analogy(embeddings: Float[Array, "V D"], a: Int[Array, "Q"], b: Int[Array, "Q"], c: Int[Array, "Q"]) -> Int[Array, "Q"]:
    """Find the words that are to `c` as `b` is to `a`.

    Parameters
    ----------
    embeddings : one word vector in each row.
    a : rows of the first words of the questions.
    b : rows of the second words, related to the first.
    c : rows of the third words.

    Returns
    -------
    The row of the answer to each question.

    Examples
    --------
    >>> embeddings = np.array([[3.0, 0, 1], [1, 2, 1], [0.5, 0, 4], [2, 1, 5], [0, 3, 4], [9, 9, 2]])
    >>> analogy(embeddings, np.array([0, 3]), np.array([1, 1]), np.array([2, 4]))
    array([4, 5])
    """
    raise NotImplementedError("write analogy here")
