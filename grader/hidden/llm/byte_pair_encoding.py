"""Hidden tests of llm/byte_pair_encoding."""

import re
from collections import Counter
from itertools import groupby, pairwise

import pytest

from grader.authoring import agree, mistake, right
from solutions.llm.byte_pair_encoding import byte_pair_encoding


def sample(rng, size="small"):
    """Words of few letters, of which some come often."""
    if size == "ones":
        return "a", 1
    words = ["".join(rng.choice(list("abc"), rng.integers(2, 7))) for _ in range(8)]
    return " ".join(rng.choice(words, 20)), 9


def test_paper(yours):
    """The example of the paper: low five times, lower twice, newest six times and widest three times."""
    text = "low " * 5 + "lower " * 2 + "newest " * 6 + "widest " * 3
    want = [("e", "s"), ("es", "t"), ("est", "</w>"), ("l", "o"), ("lo", "w"), ("e", "w"), ("ew", "est</w>"), ("n", "ewest</w>")]
    agree(yours(text, 8), want)


def test_counts_change(yours):
    """After a merge the counts are new: pairs with the merged symbols are gone, and others have come."""
    agree(yours("abc abc abd bx", 3), [("a", "b"), ("ab", "c"), ("abc", "</w>")])


def test_words_count_as_often_as_they_occur(yours):
    """A pair of one frequent word beats a pair that several rare words share."""
    agree(yours("xy xy xy xy ab abc abd", 2), [("x", "y"), ("xy", "</w>")])


def test_nothing_reaches_over_the_end_of_a_word(yours):
    """The last letter of a word and the first of the next are no neighbours, whatever white space is between them."""
    agree(yours("ab ab\nab\tab   ab", 3), [("a", "b"), ("ab", "</w>")])


def test_end_of_word(yours):
    """The end of a word is a symbol of its own, that pairs with the last letter."""
    agree(yours("ta ta ta at at", 2), [("a", "</w>"), ("t", "a</w>")])


def test_ties(yours):
    """Among equally frequent pairs the smallest is taken, whichever comes first in the text."""
    agree(yours("zy yx ba", 4), [("a", "</w>"), ("b", "a</w>"), ("x", "</w>"), ("y", "</w>")])
    agree(yours("ca cb cb ca", 1), [("a", "</w>")])
    agree(yours("cb cb cac cac", 1), [("a", "c")])
    agree(yours("bbbc", 3), [("b", "b"), ("b", "c"), ("bb", "bc")])


def test_three_in_a_row(yours):
    """Pairs that overlap count twice, and are merged from the left."""
    agree(yours("aaab bcbc", 2), [("a", "a"), ("b", "c")])
    agree(yours("bbb", 3), [("b", "b"), ("b", "</w>"), ("bb", "b</w>")])
    agree(yours("aaaaa aaaaa ab", 3), [("a", "a"), ("a", "</w>"), ("aa", "a</w>")])


def test_symbols_that_end_alike(yours):
    """A pair is made of two whole symbols: bb is not b, though it ends like it."""
    agree(yours("bbbb b", 3), [("b", "b"), ("b", "</w>"), ("bb", "</w>")])
    agree(yours("ba ba ba bab ab ab ac", 4), [("b", "a"), ("b", "</w>"), ("ba", "</w>"), ("a", "b</w>")])


def test_every_occurrence_is_merged(yours):
    """A word that has the pair several times has it merged in all places."""
    agree(yours("abxabyab ab", 3), [("a", "b"), ("ab", "</w>"), ("ab", "x")])


def test_until_nothing_is_left(yours):
    """When every word is one symbol there is nothing left to merge; a pair that occurs once is merged as well."""
    agree(yours("no", 9), [("n", "o"), ("no", "</w>")])
    agree(yours("  \n ", 3), [])
    agree(yours("so so", 0), [])


def test_characters(yours):
    """Symbols are characters, capital letters and letters beyond ASCII among them."""
    agree(yours("Äh Äh äh äh äh", 3), [("h", "</w>"), ("ä", "h</w>"), ("Ä", "h</w>")])


@pytest.mark.parametrize("n_merges", [-1, -5])
def test_bad_number(yours, n_merges):
    """An n_merges below 0 raises a ValueError that names it."""
    with pytest.raises(ValueError, match="n_merges"):
        yours("low lower", n_merges)


def joined(parts, pair, everywhere=True):
    """Merge a pair from left to right, everywhere or once."""
    result, i, done = [], 0, False
    while i < len(parts):
        if tuple(parts[i : i + 2]) == pair and (everywhere or not done):
            result.append(parts[i] + parts[i + 1])
            i, done = i + 2, True
        else:
            result.append(parts[i])
            i += 1
    return result


def from_the_right(parts, pair):
    result, i = [], len(parts)
    while i > 0:
        both = i > 1 and tuple(parts[i - 2 : i]) == pair
        result.insert(0, "".join(parts[i - 2 : i]) if both else parts[i - 1])
        i -= 2 if both else 1
    return result


def smallest(counts):
    return min(counts, key=lambda pair: (-counts[pair], pair))


def learn(text, n_merges, split=None, count=None, choose=smallest, merge=joined, words=None, least=1):
    """Byte pair encoding with other parts than the reference has."""
    if n_merges < 0:
        raise ValueError("n_merges must be 0 or more")
    times = (words or Counter)(text.split())
    parts, merges = {word: (split or (lambda w: [*w, "</w>"]))(word) for word in times}, []
    for _ in range(n_merges):
        counts = Counter()
        for word, symbols in parts.items():
            for pair in (count or pairwise)(symbols):
                counts[pair] += times[word]
        if not counts or max(counts.values()) < least:
            break
        merges.append(choose(counts))
        parts = {word: merge(symbols, merges[-1]) for word, symbols in parts.items()}
    return merges


@mistake("The end of a word has no symbol, so the est of lowest and that of estate are one. Put </w> behind each word.")
def forgets_the_end_of_a_word(text, n_merges):
    return learn(text, n_merges, split=list)


@mistake("The last letter and </w> are one symbol from the start, as in later versions. Here </w> is a symbol of its own.")
def glues_the_end_to_the_last_letter(text, n_merges):
    return learn(text, n_merges, split=lambda word: [*word[:-1], word[-1] + "</w>"])


@mistake("Each different word counts once. Multiply its pairs by the number of times that it occurs.")
def counts_each_word_once(text, n_merges):
    return learn(text, n_merges, words=lambda words: Counter(set(words)))


@mistake("A word counts each of its pairs once. Count every place where a pair stands.")
def counts_each_pair_once_in_a_word(text, n_merges):
    return learn(text, n_merges, count=lambda symbols: set(pairwise(symbols)))


@mistake("Overlapping places of a pair count once: a a a has (a, a) twice. Count every pair of neighbours.")
def does_not_count_overlaps(text, n_merges):
    def count(symbols):
        for symbol, run in groupby(symbols):
            yield from [(symbol, symbol)] * (len(list(run)) // 2)
        yield from (pair for pair in pairwise(symbols) if pair[0] != pair[1])

    return learn(text, n_merges, count=count)


@mistake("Pairs reach from one word into the next. Split the text at white space, and count within words only.")
def joins_all_words(text, n_merges):
    if n_merges < 0:
        raise ValueError("n_merges")
    stream = [symbol for word in text.split() for symbol in [*word, "</w>"]]
    merges = []
    for _ in range(n_merges):
        if len(stream) < 2:
            break
        merges.append(smallest(Counter(pairwise(stream))))
        stream = joined(stream, merges[-1])
    return merges


@mistake("Words are split at blanks alone, so tabs and line breaks become letters. Split at any white space.")
def splits_at_blanks_only(text, n_merges):
    return learn(text, n_merges, words=lambda _: Counter(word for word in text.split(" ") if word))


@mistake("Among equal counts the pair that was met first wins, as with most_common. Take the smallest pair.")
def takes_the_first_met(text, n_merges):
    return learn(text, n_merges, choose=lambda counts: counts.most_common(1)[0][0])


@mistake("Among equal counts you take the largest pair, as max over (count, pair) does. Take the smallest.")
def takes_the_largest(text, n_merges):
    return learn(text, n_merges, choose=lambda counts: max(counts, key=lambda pair: (counts[pair], pair)))


@mistake("Among equal counts you compare the joined strings. Compare the pairs: by the first symbol, then by the second.")
def compares_joined_strings(text, n_merges):
    return learn(text, n_merges, choose=lambda counts: min(counts, key=lambda pair: (-counts[pair], "".join(pair), pair)))


@mistake("Only the first occurrence in a word is merged. Go through the whole word.")
def merges_the_first_occurrence(text, n_merges):
    return learn(text, n_merges, merge=lambda parts, pair: joined(parts, pair, everywhere=False))


@mistake("Words are gone through from the right, so that a a a becomes a aa. Merge from left to right.")
def merges_from_the_right(text, n_merges):
    return learn(text, n_merges, merge=from_the_right)


@mistake(
    "You replace text in the joined word, which also finds the pair where a symbol only ends like its first part. Compare whole "
    "symbols."
)
def replaces_text(text, n_merges):
    return learn(text, n_merges, merge=lambda parts, pair: " ".join(parts).replace(" ".join(pair), "".join(pair)).split(" "))


@mistake("The counts are those of the beginning. Count anew after each merge: it changes them.")
def never_counts_anew(text, n_merges):
    byte_pair_encoding(text, n_merges)
    counts = Counter(pair for word in text.split() for pair in pairwise([*word, "</w>"]))
    return sorted(counts, key=lambda pair: (-counts[pair], pair))[:n_merges]


@mistake("Pairs that occur once are not merged. Go on until n_merges are done or no pair is left.")
def stops_at_single_pairs(text, n_merges):
    return learn(text, n_merges, least=2)


@mistake("When every word is one symbol, taking the best of no pairs raises an error. Stop and return what there is.")
def fails_when_nothing_is_left(text, n_merges):
    merges = byte_pair_encoding(text, n_merges)
    if len(merges) < n_merges:
        raise KeyError("max() of an empty dict")
    return merges


@mistake("The merged symbols come back, joined. Return pairs: an encoder must know what was merged with what.")
def returns_joined_symbols(text, n_merges):
    return ["".join(pair) for pair in byte_pair_encoding(text, n_merges)]


@mistake("The text is put into small letters. Nothing is done to it but splitting.")
def lowers_the_text(text, n_merges):
    return byte_pair_encoding(text.lower(), n_merges)


@mistake("Symbols are bytes, as in GPT-2, and letters beyond ASCII fall into pieces. Here symbols are characters.")
def takes_bytes(text, n_merges):
    return byte_pair_encoding(text.encode().decode("latin-1"), n_merges)


@mistake("A negative n_merges is taken for 0. Raise a ValueError that names it.")
def accepts_a_negative_number(text, n_merges):
    return byte_pair_encoding(text, max(n_merges, 0))


@right
def with_regular_expressions(text, n_merges):
    if n_merges < 0:
        raise ValueError("n_merges")
    words = Counter(" ".join([*word, "</w>"]) for word in text.split())
    merges = []
    while len(merges) < n_merges:
        counts = Counter()
        for word, times in words.items():
            symbols = word.split()
            for i in range(len(symbols) - 1):
                counts[symbols[i], symbols[i + 1]] += times
        if not counts:
            return merges
        a, b = sorted(counts, key=lambda pair: (-counts[pair], pair))[0]
        merges.append((a, b))
        pattern = re.compile(rf"(?<!\S){re.escape(a)} {re.escape(b)}(?!\S)")
        words = Counter({pattern.sub(lambda _, both=a + b: both, word): times for word, times in words.items()})
    return merges


@right
def on_the_whole_text(text, n_merges):
    if n_merges < 0:
        raise ValueError(f"n_merges is {n_merges}")
    words, merges = [[*word, "</w>"] for word in text.split()], []
    for _ in range(n_merges):
        pairs = [pair for word in words for pair in pairwise(word)]
        if pairs:
            counts = Counter(pairs)
            top = max(counts.values())
            merges.append(sorted(pair for pair in counts if counts[pair] == top)[0])
            words = [joined(word, merges[-1]) for word in words]
    return merges
