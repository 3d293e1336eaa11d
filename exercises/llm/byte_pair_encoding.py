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


# To be written without tokenizers, sentencepiece, tiktoken, transformers, by whatever name.
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
    raise NotImplementedError("write byte_pair_encoding here")
