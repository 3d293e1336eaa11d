r"""How many words did speech recognition get wrong? Fewest corrections that turn what was heard into what was said.

A transcript cannot be compared with the truth word by word: one word that was missed shifts all that follow. So the
transcript is aligned with the reference in the best way. Each word of the reference is either found, or replaced by another
word (a substitution), or missing (a deletion); words that were not said are insertions. Every one of these three errors counts
1, and of all alignments that with the fewest errors is taken:

$$\text{WER} = \min \frac{S + D + I}{N}$$

with $S$ substitutions, $D$ deletions, $I$ insertions, and $N$ the number of words **in the reference**. It is 0 for a perfect
transcript and 1 if nothing was heard. It can be above 1, since any number of words may be inserted; it is an error per word
and no share of anything.

Two words that have changed places are two errors. Words are what stands between white space, of any kind and length, and are
compared as they are: capital letters and punctuation count. The hypothesis may be empty; a reference without words is rejected,
because nothing can be said about it.

Source: Levenshtein 1966, *Binary codes capable of correcting deletions, insertions and reversals*; Jurafsky and Martin 2025,
*Speech and language processing*, chapter 15.
"""

from __future__ import annotations

from grader.authoring import About

ABOUT = About(
    title="Word error rate",
    difficulty=2,
    points=10,
    questions=("What is deep learning used for, and how is success measured there?",),
    hints=(
        "Think of the beginnings of both texts: how many errors lie between the first i words of the one and the first j words "
        "of the other? If one of them is empty the answer is easy, all words of the other are wrong. And the "
        "answer for longer beginnings follows from those for slightly shorter ones.",
        "Look at the last word of both beginnings. Either these two belong together, which costs nothing if they are equal and "
        "one error if not; or the last word of the reference is missing; or the last word heard was never said. Each way leads "
        "to beginnings that are a word shorter, on one side or on both, and the cheapest of the three counts.",
        "Fill a table row by row, one row more than the reference has words and one column more than the hypothesis has. The "
        "first row and the first column count up from zero. Every other entry is the smallest of three: the one above plus 1, "
        "the one to the left plus 1, and the one above to the left plus 0 or 1. The last entry is divided by the words said.",
    ),
    forbid=("jiwer", "torchaudio", "torchmetrics", "difflib", "Levenshtein", "editdistance"),
    skip={"independent": "NumPy, SciPy and PyTorch have no edit distance of words; the hidden tests know the numbers."},
)


def word_error_rate(reference: str, hypothesis: str) -> float:
    """Count the fewest errors between a transcript and the truth, for each word that was said.

    Parameters
    ----------
    reference : what was said, at least one word.
    hypothesis : what was heard; it may be empty.

    Returns
    -------
    Substitutions, deletions and insertions, divided by the number of words in the reference: 0 or more.

    Raises
    ------
    ValueError
        If `reference` has no words. The message names the argument: reference.

    Examples
    --------
    >>> word_error_rate("the cat sat on the mat", "cat sat on a mat")
    0.3333333333333333
    >>> word_error_rate("hello world", "hello old and new world")
    1.5
    """
    said, heard = reference.split(), hypothesis.split()
    if not said:
        raise ValueError("reference must have at least one word")
    # equivalent: 1 => 2, because the rows that follow have the right length.
    row = range(len(heard) + 1)
    for i, word in enumerate(said, 1):
        above, row = row, [i]
        for j, other in enumerate(heard, 1):
            row.append(min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (word != other)))
    return row[-1] / len(said)
