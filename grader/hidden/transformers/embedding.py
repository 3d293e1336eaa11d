"""Hidden tests of transformers/embedding."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.transformers.embedding import embedding

independent = "torch.embedding(weight, input)"


def sample(rng, size="small"):
    """Tokens that come twice, and a table that is taller than wide."""
    if size == "ones":
        return np.array([[0]]), rng.normal(size=(1, 1))
    return rng.permutation([1, 6, 3, 6, 0, 4]).reshape(2, 3), rng.normal(size=(7, 4))


def test_order_of_the_tokens(yours):
    """Rows come in the order of the tokens, and a token that comes twice gets the same row twice."""
    weight = np.array([[1.0, -2.0, 3.0], [4.0, 5.0, -6.0]])
    agree(yours(np.array([1, 0, 1, 1]), weight), weight[[1, 0, 1, 1]], exact=True)


def test_first_and_last_token(yours):
    """Token 0 owns the first row of the table and token V - 1 the last one."""
    weight = np.arange(15.0).reshape(5, 3) - 7
    agree(yours(np.array([0, 4]), weight), np.array([[-7.0, -6.0, -5.0], [5.0, 6.0, 7.0]]), exact=True)


def test_square_table(yours, rng):
    """Where the table is square, tokens still own its rows and not its columns."""
    weight = rng.integers(-9, 10, (3, 3)).astype(float)
    agree(yours(np.array([[2, 1]]), weight), weight[[[2, 1]]], exact=True)


@pytest.mark.parametrize("shape", [(), (4,), (2, 1, 3)], ids=["no_axis", "one_axis", "three_axes"])
def test_any_shape(yours, rng, shape):
    """The numbers may have any axes, and keep them; the features are one more axis at the end."""
    weight, tokens = rng.normal(size=(6, 2)), np.asarray(rng.integers(0, 6, shape))
    agree(yours(tokens, weight), embedding(tokens, weight))


def test_other_rows_have_no_influence(yours):
    """NaN and infinity in rows that nobody asks for do not get into the result."""
    weight = np.array([[1.0, 2.0], [np.nan, 3.0], [-4.0, 0.5], [0.25, np.inf]])
    agree(yours(np.array([2, 0]), weight), np.array([[-4.0, 0.5], [1.0, 2.0]]))


def test_first_layer_of_one_hot_vectors(yours, rng):
    """It is what a linear layer without a bias makes of one-hot vectors."""
    tokens, weight = sample(rng)
    agree(yours(tokens, weight), np.eye(7)[tokens] @ weight)


@pytest.mark.parametrize("token", [-1, 5], ids=["negative", "too_large"])
def test_no_such_token(yours, rng, token):
    """A number of no token raises a ValueError that names input, also a negative one."""
    with pytest.raises(ValueError, match="input"):
        yours(np.array([[3, token]]), rng.normal(size=(5, 2)))


@mistake("You take columns of the table. Row v belongs to token v: index the first axis.")
def takes_columns(input, weight):
    return np.moveaxis(weight[:, np.minimum(input, weight.shape[1] - 1)], 0, -1)


@mistake("Tokens are counted from 1, so each gets its neighbour's row. Token 0 owns the first row of the table.")
def counts_from_one(input, weight):
    return embedding(np.where(input > 0, input - 1, input), weight)


@mistake(
    "You multiply one-hot vectors by the table. On paper that is the same, but zero times NaN is NaN, and the cost grows with "
    "the vocabulary: pick the rows by their numbers."
)
def multiplies_one_hot_vectors(input, weight):
    embedding(input, weight)
    return np.eye(len(weight), dtype=weight.dtype)[input] @ weight


@mistake(
    "You multiply by the square root of D, as the first transformer did. This layer only looks up: leave the rows as they are."
)
def scales_by_the_root_of_d(input, weight):
    return embedding(input, weight) * weight.shape[1] ** 0.5


@mistake("The rows are brought to length 1. An embedding layer returns its learnt numbers as they are.")
def normalizes_the_rows(input, weight):
    rows = embedding(input, weight)
    return rows / np.sqrt((rows * rows).sum(axis=-1, keepdims=True))


@mistake("The axes of the numbers are lost: one long list of rows comes back. Keep them, and add the features as a last axis.")
def loses_the_shape(input, weight):
    return embedding(np.ravel(input), weight)


@mistake("The features come first. They belong behind the axes of the numbers: (N, T, D) for numbers of shape (N, T).")
def puts_the_features_first(input, weight):
    return np.moveaxis(embedding(input, weight), -1, 0).copy()


@mistake("You return each token's row once, sorted. Each place of the text gets its row, however often the token occurs.")
def returns_each_token_once(input, weight):
    return embedding(np.unique(input), weight)


@mistake("A negative number is counted from the end, as NumPy does. It names no token: raise a ValueError that names input.")
def counts_from_the_end(input, weight):
    return embedding(np.where((input < 0) & (input >= -len(weight)), input + len(weight), input), weight)


@mistake("A number beyond the table is moved to its last row. It names no token: raise a ValueError that names input.")
def clips_the_numbers(input, weight):
    return embedding(np.minimum(input, len(weight) - 1), weight)


@mistake("A number of no token raises an IndexError of the library. Check first, and raise a ValueError that names input.")
def leaves_the_check_to_the_library(input, weight):
    if np.any((input < 0) | (input >= len(weight))):
        raise IndexError("index out of bounds")
    return embedding(input, weight)


@mistake("A float32 table comes back as float64. Do not convert it, and allocate results with its dtype.")
def returns_float64(input, weight):
    return embedding(input, weight.astype(np.float64))


@right
def by_indexing(input, weight):
    if input.size and (input.min() < 0 or input.max() >= weight.shape[0]):
        raise ValueError("no such token in input")
    return np.array(weight[input])


@right
def token_by_token(input, weight):
    result = np.empty((*input.shape, weight.shape[1]), dtype=weight.dtype)
    for place in np.ndindex(input.shape):
        if input[place] not in range(len(weight)):
            raise ValueError(f"input holds {input[place]}")
        result[place] = weight[input[place]]
    return result


@right
def from_a_list_of_rows(input, weight):
    tokens = [int(token) for token in np.ravel(input)]
    if not set(tokens) <= set(range(len(weight))):
        raise ValueError("input")
    return np.stack([weight[token] for token in tokens]).reshape(*np.shape(input), -1)
