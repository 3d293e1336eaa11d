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

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float, Int
    from numpy import ndarray as Array

ABOUT = About(
    title="Analogies of words",
    difficulty=1,
    points=5,
    questions=(
        "What are word embeddings, and how are they learnt without labels?",
        "What are applications and real-life examples of transfer learning?",
        "Why are similar words of two languages not simply close to each other?",
    ),
    hints=(
        "Keep three things apart: the rows brought to length one, the target for each question, and the similarity of each "
        "target to every word of the vocabulary. The similarities of all questions to all words are one matrix product. What is "
        "largest in each row of that matrix is nearly the answer.",
        "Draw a parallelogram with a, b, c and the unknown word at its corners, and mark the arrow from a to b. It says which of "
        "the three vectors has the minus. The length of the target does not matter: dividing all similarities of a question by "
        "the same positive number changes no order. The lengths of the words do matter, and are gone already.",
        "Exclude the words of the question after the similarities are known and before the maximum is looked for, by putting "
        "something there that can never be the largest. Zero is not small enough, for a cosine may be negative. With a matrix of "
        "similarities, index its rows with the numbers of the questions and its columns with a, with b and with c.",
    ),
    forbid=("sklearn", "scipy.spatial"),
    skip={"gradients_flow": "The answers are numbers of rows, and a row number has no gradient."},
)


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
    u = embeddings / np.linalg.norm(embeddings, axis=1, keepdims=True)
    similarity = (u[b] - u[a] + u[c]) @ u.T
    questions = np.arange(len(a))
    similarity[questions, a] = similarity[questions, b] = similarity[questions, c] = -np.inf
    return similarity.argmax(1)
