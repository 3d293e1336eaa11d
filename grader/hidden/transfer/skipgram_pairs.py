"""Hidden tests of transfer/skipgram_pairs."""

from collections import Counter

import pytest

from grader.authoring import agree, mistake, right
from solutions.transfer.skipgram_pairs import skipgram_pairs

TEXT = "the cat saw the other cat and ran".split()


def sample(rng, size="small"):
    """A text that repeats words, once two of them within the window."""
    return (["deep", "nets"], 1) if size == "ones" else (list(TEXT), 3)


def test_number_of_pairs(yours):
    """With all words different, n words and a window w give 2 w n - w (w + 1) pairs, and every one occurs both ways round."""
    pairs = yours([3, 1, 4, 15, 9, 2, 6], 2)
    agree(len(pairs), 22)
    agree(sorted(pairs), sorted((b, a) for a, b in pairs))


def test_ends_of_the_text(yours):
    """The first and the last word have neighbours on one side only, and the text is no ring."""
    agree([pair for pair in yours(list("abcdef"), 2) if "a" in pair], [("a", "b"), ("a", "c"), ("b", "a"), ("c", "a")])
    agree(yours(["a", "b", "c", "d", "e"], 1)[::7], [("a", "b"), ("e", "d")])


def test_wide_window(yours):
    """A window wider than the text pairs each word with each other one, once."""
    agree(yours(["x", "y", "z"], 10), [("x", "y"), ("x", "z"), ("y", "x"), ("y", "z"), ("z", "x"), ("z", "y")])


def test_repeated_words(yours):
    """It is the place of the centre that is left out, not the word: a word may be its own context."""
    agree(Counter(yours(["ha", "ha", "ha"], 2)) == Counter({("ha", "ha"): 6}), True)


def test_short_texts(yours):
    """A text of one word, or of none, has no pairs."""
    agree(yours(["alone"], 2), [])
    agree(yours([], 3), [])


def test_order(yours):
    """Centres come in the order of the text, and the contexts of each from left to right."""
    pairs = yours(list(range(9)), 3)
    agree(pairs == sorted(pairs), True)
    agree(pairs, skipgram_pairs(list(range(9)), 3))


@pytest.mark.parametrize("window", [0, -1])
def test_bad_window(yours, window):
    """A window below 1 raises a ValueError that names it."""
    with pytest.raises(ValueError, match="window"):
        yours(["a", "b", "c"], window)


def chosen(tokens, window, keep):
    """All pairs of places that `keep` lets through, as pairs of words."""
    skipgram_pairs(tokens, window)
    n = len(tokens)
    return [(tokens[i], tokens[j]) for i in range(n) for j in range(n) if keep(i, j)]


@mistake("You pair each word with itself at its own place. The centre is no part of its context: leave out its place.")
def includes_the_centre(tokens, window):
    return chosen(tokens, window, lambda i, j: abs(i - j) <= window)


@mistake("You leave out every context that equals the centre. Compare places and not words: a word may occur twice.")
def leaves_out_equal_words(tokens, window):
    return [(a, b) for a, b in skipgram_pairs(tokens, window) if a != b]


@mistake("The right side of the context is one word too short: the end of a range, or of a slice, is not part of it.")
def stops_short_on_the_right(tokens, window):
    return chosen(tokens, window, lambda i, j: i != j and -window <= j - i < window)


@mistake("You only look to the right. The context of a word lies on both of its sides.")
def looks_to_the_right_only(tokens, window):
    return chosen(tokens, window, lambda i, j: 0 < j - i <= window)


@mistake("You only look to the left, as a language model does. The context of a word lies on both of its sides.")
def looks_to_the_left_only(tokens, window):
    return chosen(tokens, window, lambda i, j: 0 < i - j <= window)


@mistake("Only words at exactly the distance `window` are paired. All nearer ones belong to the context as well.")
def takes_one_distance_only(tokens, window):
    return chosen(tokens, window, lambda i, j: abs(i - j) == window)


@mistake("You halve the window. It reaches `window` words to the left and as many to the right.")
def halves_the_window(tokens, window):
    skipgram_pairs(tokens, window)
    return chosen(tokens, window, lambda i, j: 0 < abs(i - j) <= window // 2)


@mistake("Negative places wrap round to the end of the text. Start the context at the first word at the earliest.")
def wraps_round_at_the_start(tokens, window):
    skipgram_pairs(tokens, window)
    n = len(tokens)
    places = [(i, j) for i in range(n) for j in range(i - window, min(n, i + window + 1)) if i != j and j >= -n]
    return [(tokens[i], tokens[j]) for i, j in places]


@mistake("Words near the ends of the text are no centres. They are: their context is only shorter.")
def skips_the_ends(tokens, window):
    last = len(tokens) - window
    return chosen(tokens, window, lambda i, j: i != j and abs(i - j) <= window <= i < last)


@mistake("The pairs are the wrong way round: the centre comes first, then the context.")
def puts_the_context_first(tokens, window):
    return [(b, a) for a, b in skipgram_pairs(tokens, window)]


@mistake("Pairs that occur several times are listed once. How often a pair occurs is what the network learns: keep them all.")
def drops_duplicates(tokens, window):
    return list(dict.fromkeys(skipgram_pairs(tokens, window)))


@mistake("All contexts of a centre come in one list, as for CBOW. Skip-gram has one pair for each word of the context.")
def makes_cbow_examples(tokens, window):
    skipgram_pairs(tokens, window)
    return [(t, [*tokens[max(0, i - window) : i], *tokens[i + 1 : i + 1 + window]]) for i, t in enumerate(tokens)]


@mistake("A window below 1 passes unnoticed. Check it first, and raise a ValueError that names window.")
def checks_nothing(tokens, window):
    return skipgram_pairs(tokens, window) if window > 0 else []


@right
def by_slices(tokens, window):
    if window <= 0:
        raise ValueError("window")
    pairs = []
    for i in range(len(tokens)):
        around = tokens[max(i - window, 0) : i] + tokens[i + 1 : i + 1 + window]
        pairs.extend((tokens[i], context) for context in around)
    return pairs


@right
def by_distances(tokens, window):
    if window < 1:
        raise ValueError(f"{window} is no window")
    places = sorted((i, i + d) for d in range(-window, window + 1) for i in range(len(tokens)) if d and 0 <= i + d < len(tokens))
    return [(tokens[i], tokens[j]) for i, j in places]
