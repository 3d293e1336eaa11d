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

from grader.authoring import About

ABOUT = About(
    title="Skip-gram pairs",
    difficulty=1,
    points=5,
    questions=(
        "Which supervised and which unsupervised tasks is deep learning used for?",
        "What are word embeddings, and how are they learnt without labels?",
    ),
    hints=(
        "Take a pencil, a text of five words and a window of two. Put a finger on each word in turn, and write down who is at "
        "most two places away from the finger. The inner words have four neighbours, the outer ones fewer. Work with places all "
        "along, and look up the words at the very end.",
        "Two loops: the outer one over the places of the centre, the inner one over the places of the context. The inner one "
        "starts a window to the left, but not before the text does, and ends a window to the right, but not behind its end. Mind "
        "that a negative place is no error in Python: it means the other end of the list.",
        "In the inner loop skip the place of the centre, by comparing places. If you compared words, a text that repeats a word "
        "would lose examples. Remember also that the end of a range is not part of it, so it must lie one further to the right "
        "than the last neighbour. The window is checked before all of this.",
    ),
    skip={"independent": "NumPy, SciPy and PyTorch have no function that makes pairs of words."},
)


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
    if window < 1:
        raise ValueError(f"window must be at least 1, got {window}")
    pairs = []
    for i, centre in enumerate(tokens):
        start = max(0, i - window)
        for j, context in enumerate(tokens[start : i + window + 1], start):
            if j != i:
                pairs.append((centre, context))
    return pairs
