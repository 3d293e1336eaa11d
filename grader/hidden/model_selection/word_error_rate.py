"""Hidden tests of model_selection/word_error_rate."""

import functools
from collections import Counter

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.model_selection.word_error_rate import word_error_rate

WORDS = ("the", "The", "cat", "dog", "sat", "mat", "on", "a")


def sentence(rng, n):
    return " ".join(str(word) for word in rng.choice(WORDS, n))


def sample(rng, size="small"):
    """The first word is missed and another one is inserted, which shifts what lies between."""
    if size == "ones":
        return "yes", "no"
    said = sentence(rng, 8)
    return "well " + said, said + " indeed " + sentence(rng, 3)


def test_one_error_of_each_kind(yours):
    """A word that is replaced, missed or inserted is one error each, wherever it is."""
    said = "we saw two red birds"
    heard = ["we saw too red birds", "he saw two red birds", "we saw two birds", "saw two red birds", "we saw two red birds now"]
    agree([yours(said, text) for text in heard], [0.2] * 5)
    agree([yours(said, text) for text in (said, "we have seen two birds", "so we saw red cars")], [0.0, 0.6, 0.6])


def test_letters_as_words(yours):
    """Kitten becomes sitting by two substitutions and one insertion."""
    agree([yours("k i t t e n", "s i t t i n g"), yours("s i t t i n g", "k i t t e n")], [3 / 6, 3 / 7])


def test_nothing_heard(yours):
    """An empty transcript misses every word: a rate of 1."""
    agree([yours("never mind", ""), yours("one two three", "  ")], [1.0, 1.0])


def test_more_heard_than_said(yours):
    """The rate exceeds 1 where more words are inserted than were said."""
    agree([yours("yes", "yes oh yes yes"), yours("no", "not at all my dear")], [3.0, 5.0])


def test_swapped_words(yours):
    """Two words that have changed places are two errors, and a word that has moved is one deletion and one insertion."""
    agree([yours("a b c d", "a c b d"), yours("one two three four five", "two three four five one")], [0.5, 0.4])


def test_words_have_an_order(yours):
    """The right words in the wrong order are wrong."""
    agree(yours("dog bites man", "man bites dog"), 2 / 3)


def test_white_space(yours):
    """Words may be separated by any white space, and have some before and after them."""
    agree(yours("  to be  or\tnot ", "to bee\nor   not"), 0.25)
    agree(yours("to be or not", " to   be or\tknot  "), 0.25)


def test_compared_as_they_are(yours):
    """Capital letters and punctuation count, and words that are nearly right are wrong."""
    agree(yours("I say hello there, my friend, bye", "i say hello there my friend by"), 4 / 7)


def test_number_of_errors_is_symmetric(yours, rng):
    """Whoever is the reference, there are as many errors; only the number of words to divide by differs."""
    said, heard = sample(rng)
    agree(yours(heard, said) * len(heard.split()), word_error_rate(said, heard) * len(said.split()))


def test_in_the_middle_of_more(yours, rng):
    """Words that both have, before and after, add no errors."""
    said, heard = sentence(rng, 6), sentence(rng, 7)
    errors = word_error_rate(said, heard) * 6
    agree(yours(f"ladies and gentlemen {said} thank you", f"ladies and gentlemen {heard} thank you"), errors / 11)


@pytest.mark.parametrize("reference", ["", " \t "], ids=["empty", "blank"])
def test_nothing_said(yours, reference):
    """A reference without words raises a ValueError that names it."""
    with pytest.raises(ValueError, match="reference"):
        yours(reference, "some words")


def distance(said, heard, replace=1, swap=False, free_start=False):
    """The table, with other costs."""
    n, m = len(said), len(heard)
    table = np.zeros((n + 1, m + 1), dtype=int)
    table[:, 0], table[0] = np.arange(n + 1), 0 if free_start else np.arange(m + 1)
    for i in range(1, n + 1):
        for j in range(1, m + 1):
            pair = table[i - 1, j - 1] + (replace if said[i - 1] != heard[j - 1] else 0)
            table[i, j] = min(table[i - 1, j] + 1, table[i, j - 1] + 1, pair)
            if swap and i > 1 and j > 1 and said[i - 2 : i] == [heard[j - 1], heard[j - 2]]:
                table[i, j] = min(table[i, j], table[i - 2, j - 2] + 1)
    return int(table[n, m])


def rated(reference, hypothesis, **costs):
    word_error_rate(reference, hypothesis)
    said = reference.split()
    return distance(said, hypothesis.split(), **costs) / len(said)


@mistake("You compare letters: that is the character error rate. Split both texts into words first.")
def compares_letters(reference, hypothesis):
    word_error_rate(reference, hypothesis)
    return distance(list(reference), list(hypothesis)) / len(reference)


@mistake("You divide by the number of words heard. Divide by the number of words in the reference.")
def divides_by_the_words_heard(reference, hypothesis):
    errors = word_error_rate(reference, hypothesis) * len(reference.split())
    return errors / max(len(hypothesis.split()), 1)


@mistake("You divide by the longer of both texts, so that the rate never exceeds 1. Divide by the words of the reference.")
def divides_by_the_longer(reference, hypothesis):
    errors = word_error_rate(reference, hypothesis) * len(reference.split())
    return errors / max(len(hypothesis.split()), len(reference.split()))


@mistake("The rate is cut off at 1. It may be larger, where more words are inserted than were said: leave it.")
def cuts_off_at_one(reference, hypothesis):
    return min(word_error_rate(reference, hypothesis), 1.0)


@mistake("You return the number of errors. Divide it by the number of words in the reference.")
def counts_the_errors(reference, hypothesis):
    return round(word_error_rate(reference, hypothesis) * len(reference.split()))


@mistake("You return the share that is right. The error rate of a perfect transcript is 0.")
def returns_the_accuracy(reference, hypothesis):
    return 1 - word_error_rate(reference, hypothesis)


@mistake("A substitution counts as a deletion and an insertion. It is one error: the way along the diagonal costs 1.")
def counts_substitutions_twice(reference, hypothesis):
    return rated(reference, hypothesis, replace=2)


@mistake("Neighbours that have changed places count as one error. That is another distance: here they are two.")
def forgives_swaps(reference, hypothesis):
    return rated(reference, hypothesis, swap=True)


@mistake("Words heard before the first right one cost nothing, as the first row of your table is zero. It counts up: 0, 1, 2.")
def ignores_what_comes_before(reference, hypothesis):
    return rated(reference, hypothesis, free_start=True)


@mistake("You compare word by word at the same place, so one missed word spoils all that follow. Find the best alignment.")
def compares_places(reference, hypothesis):
    word_error_rate(reference, hypothesis)
    said, heard = reference.split(), hypothesis.split()
    wrong = sum(a != b for a, b in zip(said, heard, strict=False)) + abs(len(said) - len(heard))
    return wrong / len(said)


@mistake("You compare which words occur, in any order. Order counts: align the texts from left to right.")
def compares_bags_of_words(reference, hypothesis):
    word_error_rate(reference, hypothesis)
    said, heard = Counter(reference.split()), Counter(hypothesis.split())
    return max((said - heard).total(), (heard - said).total()) / said.total()


@mistake("Insertions are not counted. Words that were not said are errors as well.")
def ignores_insertions(reference, hypothesis):
    errors = word_error_rate(reference, hypothesis) * len(reference.split())
    extra = max(len(hypothesis.split()) - len(reference.split()), 0)
    return (errors - extra) / len(reference.split())


@mistake('You split at single spaces, which makes empty words of double ones. Call split() without " ".')
def splits_at_single_spaces(reference, hypothesis):
    word_error_rate(reference, hypothesis)
    said = reference.split(" ")
    return distance(said, hypothesis.split(" ") if hypothesis else []) / len(said)


@mistake("You make all letters small before you compare. Compare the words as they are.")
def ignores_capitals(reference, hypothesis):
    return word_error_rate(reference.lower(), hypothesis.lower())


@mistake("You remove punctuation before you compare. Compare the words as they are.")
def ignores_punctuation(reference, hypothesis):
    return word_error_rate(reference.replace(",", ""), hypothesis.replace(",", ""))


@mistake("A reference without words gets a rate of 0 or 1. Raise a ValueError that names reference, before you divide.")
def rates_an_empty_reference(reference, hypothesis):
    return word_error_rate(reference, hypothesis) if reference.split() else float(bool(hypothesis.split()))


@right
def by_recursion(reference, hypothesis):
    said, heard = reference.split(), hypothesis.split()
    if len(said) == 0:
        raise ValueError("the reference is empty")

    @functools.cache
    def errors(i, j):
        if i == 0 or j == 0:
            return i + j
        if said[i - 1] == heard[j - 1]:
            return errors(i - 1, j - 1)
        return 1 + min(errors(i - 1, j - 1), errors(i - 1, j), errors(i, j - 1))

    return errors(len(said), len(heard)) / len(said)


@right
def by_a_whole_table(reference, hypothesis):
    said, heard = reference.split(), hypothesis.split()
    if not reference.strip():
        raise ValueError("reference")
    return distance(said, heard) / len(said)


@right
def column_by_column(reference, hypothesis):
    said, heard = reference.split(), hypothesis.split()
    n = len(said)
    if n < 1:
        raise ValueError("no words in reference")
    column = np.arange(n + 1)
    for word in heard:
        after = np.concatenate([[0], np.minimum(column[:-1] + np.array([word != other for other in said]), column[1:] + 1)])
        after[0] = column[0] + 1
        column = np.minimum.accumulate(after - np.arange(n + 1)) + np.arange(n + 1)  # deletions, one after the other
    return column[n] / n
