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


# To be written without jiwer, torchaudio, torchmetrics, difflib, Levenshtein, editdistance, by whatever name.
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
    raise NotImplementedError("write word_error_rate here")
