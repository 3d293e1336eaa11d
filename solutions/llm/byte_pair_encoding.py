r"""Byte pair encoding: learn from a text which pieces of words deserve a token of their own.

A vocabulary of words never suffices, and single characters make texts long. Byte pair encoding begins with characters and glues
the most frequent pair of neighbours together, again and again; frequent words end up whole, rare ones in pieces.

1. `text` is split into words at white space, and each word into its characters, behind which stands one more symbol, `"</w>"`:
   the end of a word. So `low` becomes `l o w </w>`. Nothing else is done to the text.
2. For each pair of neighbouring symbols count how often it occurs, in all words and as often as each word occurs. With $n_w$
   occurrences of word $w$, which consists of the symbols $w_1 \dots w_m$ now,
$$\text{count}(a, b) = \sum_w n_w \cdot \big|\{\, i : w_i = a,\; w_{i+1} = b \,\}\big|$$
   Each place counts, also where places overlap: `a a a` has the pair `(a, a)` twice. No pair reaches over the end of a word.
3. Take the pair with the highest count. Among equal ones take the **smallest**, as Python compares tuples of strings: by the
   first symbol, then by the second.
4. Replace it by one symbol, the two strings joined, everywhere, going through each word from left to right: with the pair `(a,
   a)` the word `a a a` becomes `aa a`. Then go back to step 2, with new counts.

Do this `n_merges` times, or until no pair is left because every word is a single symbol. Return the pairs in the order in which
they were merged, a list of pairs of strings. You may rely on it that `text` does not contain `</w>`.

(Sennrich's symbols are characters. GPT-2 does the same on bytes, so that no character can be unknown.)

Source: Sennrich, Haddow and Birch 2016, *Neural machine translation of rare words with subword units*, section 3.2 and
algorithm 1.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from grader.authoring import About

ABOUT = About(
    title="Byte pair encoding",
    difficulty=2,
    points=10,
    questions=(
        "How does byte pair encoding learn its vocabulary?",
        "Why subwords, and neither words nor characters?",
    ),
    hints=(
        "Count the words first: a text has few different ones, and each has to be looked at once only if you remember how "
        "often it occurs. Keep for each different word the list of its present symbols. Everything else works on these lists, "
        "and the text itself is not needed any more.",
        "One round has three parts: count pairs of neighbours, choose one, and rewrite all lists. The counts change with each "
        "merge, in more places than it seems, so simply count anew. For the choice make a key that puts high counts first and, "
        "where they are equal, small pairs.",
        "To rewrite a word walk through its symbols and build a new list. If the last symbol of the new list and the present "
        "one are the pair, lengthen the last one; otherwise append. Joining the symbols with blanks and replacing text is "
        "tempting, but it also finds the pair where one symbol only ends like the first of the two.",
    ),
    forbid=("tokenizers", "sentencepiece", "tiktoken", "transformers"),
    skip={"independent": "PyTorch and SciPy learn no vocabularies, and tokenizers is not among the requirements."},
)


def byte_pair_encoding(text: str, n_merges: int) -> list[tuple[str, str]]:
    """Learn the merges of byte pair encoding from a text.

    Parameters
    ----------
    text : what to learn from.
    n_merges : how many pairs to merge at most, 0 or more.

    Returns
    -------
    The merged pairs of symbols, in the order in which they were merged.

    Raises
    ------
    ValueError
        If `n_merges` is below 0. The message names the argument: n_merges.

    Examples
    --------
    >>> byte_pair_encoding("low lower low newest lowest newest newest", 5)
    [('w', 'e'), ('l', 'o'), ('s', 't'), ('st', '</w>'), ('we', 'st</w>')]
    """
    if n_merges < 0:
        raise ValueError(f"n_merges must be 0 or more, got {n_merges}")
    times = Counter(text.split())
    symbols = {word: [*word, "</w>"] for word in times}
    merges: list[tuple[str, str]] = []
    for _ in range(n_merges):
        counts: Counter[tuple[str, str]] = Counter()
        for word, parts in symbols.items():
            for pair in pairwise(parts):
                counts[pair] += times[word]
        if not counts:
            break
        best = min(counts, key=lambda pair: (-counts[pair], pair))
        merges.append(best)
        symbols = {word: _merged(parts, best) for word, parts in symbols.items()}
    return merges


def _merged(parts: list[str], pair: tuple[str, str]) -> list[str]:
    """The same word with one symbol in place of each occurrence of the pair."""
    merged = [parts[0]]
    for part in parts[1:]:
        if (merged[-1], part) == pair:
            merged[-1] += part
        else:
            merged.append(part)
    return merged
