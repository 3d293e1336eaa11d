"""Hidden tests of rnn/pad_sequences."""

from itertools import zip_longest

import numpy as np

from grader.authoring import agree, mistake, right
from solutions.rnn.pad_sequences import pad_sequences

independent = (
    "(torch.nn.utils.rnn.pad_sequence(sequences, True, padding_value), "
    "torch.nn.utils.rnn.pad_sequence([torch.ones_like(s, dtype=torch.bool) for s in sequences], True))"
)


def sample(rng, size="small"):
    """Four sentences of different lengths, the longest in the middle, with a padding value that may well be a token."""
    lengths = [1] if size == "ones" else [3, 5, 2, 4]
    return [rng.integers(1, 9, length) for length in lengths], int(rng.integers(1, 9))


def test_real_tokens_equal_to_the_padding(yours):
    """A real token that equals the padding value stays real, also at the end of a sentence."""
    x, mask = yours([np.array([3, 0, 0]), np.array([0]), np.array([1, 2, 0, 4])], 0)
    agree(x, np.array([[3, 0, 0, 0], [0, 0, 0, 0], [1, 2, 0, 4]]))
    agree(mask, np.array([[True, True, True, False], [True, False, False, False], [True, True, True, True]]))


def test_lengths_and_tokens_can_be_read_back(yours, rng):
    """The rows of the mask count the lengths, and what it marks are all tokens in their order."""
    sequences = [rng.integers(1, 50, length) for length in (2, 6, 1, 4, 5)]
    x, mask = yours(sequences)
    agree(mask.sum(axis=1), np.array([2, 6, 1, 4, 5]))
    agree(x[mask], np.concatenate(sequences))


def test_empty_sentence(yours):
    """An empty sequence becomes a row of padding in its place."""
    x, mask = yours([np.array([4, 6]), np.array([], dtype=np.int64), np.array([8])], -1)
    agree(x, np.array([[4, 6], [-1, -1], [8, -1]]))
    agree(mask, np.array([[True, True], [False, False], [True, False]]))


def test_nothing_but_empty_sentences(yours):
    """Three empty sequences give three rows without columns."""
    x, mask = yours([np.array([], dtype=np.int64)] * 3)
    agree(x, np.zeros((3, 0), dtype=np.int64))
    agree(mask, np.zeros((3, 0), dtype=bool))


def test_equal_lengths(yours, rng):
    """Where all are equally long nothing is padded, and the mask is True throughout."""
    tokens = rng.integers(0, 9, (3, 4))
    agree(yours(list(tokens), 5), (tokens, np.full((3, 4), True)))


def test_padding_value(yours):
    """The padding is padding_value, and 0 unless something else is asked for."""
    sequences = [np.array([3, 4, 5]), np.array([2])]
    agree(yours(sequences, -100)[0], np.array([[3, 4, 5], [2, -100, -100]]))
    agree(yours(sequences)[0], np.array([[3, 4, 5], [2, 0, 0]]))
    x, mask = yours([np.array([-1, 4, -1]), np.array([2])], 7)
    agree((x, mask), (np.array([[-1, 4, -1], [2, 7, 7]]), np.array([[True, True, True], [True, False, False]])))


def test_floats(yours):
    """Sequences of floats keep their fractions, even if padded with a whole number."""
    x, mask = yours([np.array([0.25]), np.array([1.5, -2.75])], 0)
    agree(x, np.array([[0.25, 0.0], [1.5, -2.75]]))
    agree(mask, np.array([[True, False], [True, True]]))


def test_as_many_sentences_as_tokens(yours):
    """Rows are sentences, also where there are as many of them as tokens in the longest."""
    x, _ = yours([np.array([1, 2, 3]), np.array([4, 5]), np.array([6])], 9)
    agree(x, np.array([[1, 2, 3], [4, 5, 9], [6, 9, 9]]))


@mistake(
    "The mask is read off the padded array, and a real token that equals padding_value is lost. Make the mask from the lengths."
)
def reads_the_mask_off_the_values(sequences, padding_value=0):
    x, _ = pad_sequences(sequences, padding_value)
    return x, x != padding_value


@mistake("Your mask is inverted, True at the padding. Here True means real; some libraries want the opposite, so look it up.")
def inverts_the_mask(sequences, padding_value=0):
    x, mask = pad_sequences(sequences, padding_value)
    return x, ~mask


@mistake("You cut all sequences to the length of the shortest. Nothing is cut off: fill up to the longest.")
def cuts_to_the_shortest(sequences, padding_value=0):
    shortest = min(len(s) for s in sequences)
    return pad_sequences([s[:shortest] for s in sequences], padding_value)


@mistake("You pad in front, as Keras does by default. Each sequence begins at column 0 here, and the padding follows it.")
def pads_in_front(sequences, padding_value=0):
    x, mask = pad_sequences([s[::-1] for s in sequences], padding_value)
    return x[:, ::-1].copy(), mask[:, ::-1].copy()


@mistake("You always pad with 0. Fill up with the padding_value that you are given.")
def ignores_padding_value(sequences, padding_value=0):
    return pad_sequences(sequences)


@mistake("Time is your first axis, PyTorch's default. The batch comes first here: one row for each sequence.")
def puts_time_first(sequences, padding_value=0):
    x, mask = pad_sequences(sequences, padding_value)
    return x.T.copy(), mask.T.copy()


@mistake("There is one column too many. T is the length of the longest sequence, which needs no padding.")
def pads_the_longest_too(sequences, padding_value=0):
    x, mask = pad_sequences([*sequences, np.append(max(sequences, key=len), sequences[0][:1].sum())], padding_value)
    return x[:-1], mask[:-1]


@mistake("Empty sequences are left out, so later rows belong to other sentences. Keep them, as rows of padding.")
def drops_empty_sequences(sequences, padding_value=0):
    x, mask = pad_sequences(sequences, padding_value)
    kept = mask.any(axis=1)
    return x[kept], mask[kept]


@mistake("You sort by length. Keep the order in which the sequences come, or their labels no longer fit.")
def sorts_by_length(sequences, padding_value=0):
    return pad_sequences(sorted(sequences, key=len, reverse=True), padding_value)


@mistake("The sequences are repeated to fill their rows. What is missing at the end is padding_value, not the beginning again.")
def repeats_the_sequence(sequences, padding_value=0):
    x, mask = pad_sequences(sequences, padding_value)
    for row, s in zip(x, sequences, strict=True):
        if len(s):
            row[:] = np.resize(s, len(row))
    return x, mask


@mistake(
    "Your tokens come back as floats: an array of zeros is float64 unless told otherwise. Give it the dtype of the sequences."
)
def returns_floats(sequences, padding_value=0):
    x, mask = pad_sequences(sequences, padding_value)
    return x.astype(np.float64), mask


@mistake("Your array takes its dtype from a whole padding_value, so floats lose their fractions. Give it that of the sequences.")
def takes_the_dtype_of_the_padding(sequences, padding_value=0):
    x, mask = pad_sequences(sequences, padding_value)
    return x.astype(np.asarray(padding_value).dtype), mask


@mistake("Your mask holds numbers. Make it boolean: only then it selects entries as an index.")
def returns_a_mask_of_numbers(sequences, padding_value=0):
    x, mask = pad_sequences(sequences, padding_value)
    return x, mask.astype(np.int64)


@mistake("You return the lengths. What is wanted is a mask, shaped like the padded array, True where an entry is real.")
def returns_the_lengths(sequences, padding_value=0):
    x, mask = pad_sequences(sequences, padding_value)
    return x, mask.sum(axis=1)


@right
def row_by_row(sequences, padding_value=0):
    shape = len(sequences), max(map(len, sequences))
    x, mask = np.empty(shape, dtype=sequences[0].dtype), np.zeros(shape, dtype=bool)
    for n, sequence in enumerate(sequences):
        x[n, : len(sequence)] = sequence
        x[n, len(sequence) :] = padding_value
        mask[n, : len(sequence)] = True
    return x, mask


@right
def with_np_pad(sequences, padding_value=0):
    longest = max(len(s) for s in sequences)
    x = np.stack([np.pad(s, (0, longest - len(s)), constant_values=padding_value) for s in sequences])
    mask = np.stack([np.pad(np.full(len(s), True), (0, longest - len(s))) for s in sequences])
    return x, mask


@right
def with_zip_longest(sequences, padding_value=0):
    nothing = object()
    columns = list(zip_longest(*sequences, fillvalue=nothing))
    rows = [[column[n] for column in columns] for n in range(len(sequences))]
    x = np.array([[padding_value if entry is nothing else entry for entry in row] for row in rows], dtype=sequences[0].dtype)
    return x, np.array([[entry is not nothing for entry in row] for row in rows], dtype=bool)
