"""Hidden tests of attention/causal_mask."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.attention.causal_mask import causal_mask

independent = "torch.ones(length, past + length, dtype=torch.bool).tril(past)"


def sample(rng, size="small"):
    """More queries than one, and a past of another length."""
    return (1, 1) if size == "ones" else (int(rng.integers(3, 40)), int(rng.integers(2, 40)))


def test_one_position(yours, rng):
    """A single position sees itself, and with a past all of it, too."""
    agree(yours(1), np.array([[True]]))
    agree(yours(1, past=4), np.array([[True, True, True, True, True]]))


@pytest.mark.parametrize("length", [2, 5, 11])
def test_number_of_pairs(yours, rng, length):
    """Query i sees i + 1 keys, which are length (length + 1) / 2 pairs in all."""
    mask = yours(length)
    agree(mask.sum(axis=1), np.arange(1, length + 1))
    assert mask.sum() == length * (length + 1) // 2


def test_a_longer_text_begins_alike(yours, rng):
    """What comes later changes nothing for the earlier positions: the mask of 4 stands in the corner of the mask of 7."""
    agree(yours(7)[:4, :4], np.arange(4) <= np.arange(4)[:, None])
    agree(yours(7)[:4, 4:], np.zeros((4, 3), dtype=bool))


@pytest.mark.parametrize(("length", "past"), [(3, 4), (5, 2), (2, 1)])
def test_with_a_past(yours, rng, length, past):
    """With a past it has the last rows of the mask for the whole text."""
    agree(yours(length, past), causal_mask(past + length)[past:])


def test_future_inputs_change_no_past_output(yours, rng):
    """Averages under the mask do not notice when a later value changes, and the average of its own position does."""
    mask, values = yours(6), rng.normal(size=6)
    other = values + np.array([0.0, 0.0, 0.0, 5.0, 5.0, 5.0])
    before, after = ((mask @ v) / mask.sum(axis=1) for v in (values, other))
    agree(after[:3], np.cumsum(values)[:3] / np.arange(1, 4))
    agree(after[3:] - before[3:], np.array([5 / 4, 10 / 5, 15 / 6]))


def test_whole_text_by_default(yours, rng):
    """Without a second argument there is no past, and the table is square."""
    agree(yours(4), causal_mask(4, 0))
    agree(yours(2, 300), causal_mask(2, 300))


@mistake(
    "A position cannot see itself, and the first one sees nothing at all. The diagonal is part of the mask: at most, not below."
)
def leaves_out_the_diagonal(length, past=0):
    return np.tri(length, past + length, past - 1, dtype=bool)


@mistake("Your mask is the wrong way round: it is True where a query must not look. Here True means: may attend.")
def marks_the_future(length, past=0):
    return ~causal_mask(length, past)


@mistake("Your triangle is the upper one: queries look ahead. Rows are queries and columns are keys, so it is the lower one.")
def looks_ahead(length, past=0):
    return causal_mask(length, past)[::-1, ::-1].copy()


@mistake("Each position sees its successor, which is the very token that it should predict. The last key it sees is its own.")
def sees_the_next_token(length, past=0):
    return np.tri(length, past + length, past + 1, dtype=bool)


@mistake("The triangle begins in the upper left corner in spite of the past. Query i stands at position past + i: move it right.")
def ignores_where_the_queries_stand(length, past=0):
    return np.tri(length, past + length, dtype=bool)


@mistake("The keys of the past have no columns. The table is as wide as past + length.")
def leaves_out_the_past(length, past=0):
    return causal_mask(length)


@mistake("The past has rows, too, but nobody asks from there any more. Return only the rows of the last queries.")
def keeps_the_rows_of_the_past(length, past=0):
    return causal_mask(past + length)


@mistake("No query sees the past: its columns are False. It comes before all queries, so all of them may look there.")
def blocks_the_past(length, past=0):
    mask = causal_mask(length, past)
    mask[:, :past] = False
    return mask


@mistake("The columns of the past stand at the right. Keys are in the order of the text, and the past comes first.")
def puts_the_past_last(length, past=0):
    return np.concatenate([causal_mask(length), np.ones((length, past), dtype=bool)], axis=1)


@mistake("You return ones and zeros as numbers. A mask is Boolean: return what the comparison gives.")
def returns_numbers(length, past=0):
    return np.tril(np.ones((length, past + length)), past)


@mistake("You return what would be added to the scores, 0 and minus infinity. A Boolean mask is asked for: True for may attend.")
def returns_what_is_added(length, past=0):
    return np.where(causal_mask(length, past), 0, -np.inf)


@right
def by_a_triangle(length, past=0):
    return np.tril(np.full((length, past + length), True), past)


@right
def row_by_row(length, past=0):
    return np.array([[True] * (past + i + 1) + [False] * (length - i - 1) for i in range(length)])


@right
def all_but_what_lies_ahead(length, past=0):
    i, j = np.indices((length, past + length))
    return ~(j - past > i)
