r"""Make training examples out of plain text: the skip-gram pairs of word2vec.

Nobody labels anything here: the text itself says what the right answers are. Each word is once the **centre**, and the network
is to predict from it the words around it, its **context**. With a window $w$, the pairs of the text $t_1, \dots, t_n$ are

$$\big(t_i,\ t_j\big) \quad\text{for}\quad 1 \le i, j \le n,\quad 0 < |i - j| \le w$$

That is, the context of a word reaches up to `window` words to the left and as many to the right; at either end of the text it is
shorter, for there are no words beyond. The **place** $i$ itself is left out, not the word: where a text says the same word twice
in a row, the pair of the two is an example like any other. Pairs that occur several times are listed as often.

Return a list of tuples (centre, context). They are in the order of the centres in the text and, for each centre, in the order of
the contexts from left to right. A text with fewer than two words has no pairs. Tokens are strings or whole numbers. The list of
tokens stays as it is.

Turned round, with all contexts of a centre as the input and the centre as the answer, this is CBOW, the other half of word2vec.

Source: Mikolov, Chen, Corrado and Dean 2013, *Efficient estimation of word representations in vector space*, section 3.
"""

from __future__ import annotations


def skipgram_pairs(tokens: list[str] | list[int], window: int) -> list[tuple[str, str]] | list[tuple[int, int]]:
    """List all pairs of a centre and one word of its context.

    Parameters
    ----------
    tokens : the words of a text, in order.
    window : how many places to either side the context reaches, at least 1.

    Returns
    -------
    The list of pairs (centre, context).

    Raises
    ------
    ValueError
        If `window` is below 1. The message names it: window.

    Examples
    --------
    >>> skipgram_pairs([7, 7, 5], window=2)
    [(7, 7), (7, 5), (7, 7), (7, 5), (5, 7), (5, 7)]
    >>> skipgram_pairs(["we", "like", "deep", "nets"], window=1)
    [('we', 'like'), ('like', 'we'), ('like', 'deep'), ('deep', 'like'), ('deep', 'nets'), ('nets', 'deep')]
    """
    raise NotImplementedError("write skipgram_pairs here")
