"""Hidden tests of transformers/embedding_backward."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.transformers.embedding_backward import embedding_backward

independent = "torch.ops.aten.embedding_dense_backward(grad_output, input, num_weights, padding_idx, False)"


def sample(rng, size="small"):
    """One token three times, one twice, some never; and padding that occurs."""
    if size == "ones":
        return rng.normal(size=(1, 1, 1)), np.array([[1]]), 2, 0
    return rng.normal(size=(2, 4, 3)), rng.permutation([5, 1, 5, 2, 1, 5, 4, 0]).reshape(2, 4), 7, 2


def test_repeated_token(yours):
    """A token that occurs three times gets the sum of all three gradients."""
    grad_output = np.array([[1.0, -2.0], [10.0, 20.0], [100.0, 300.0], [0.5, 0.25]])
    want = np.array([[0.0, 0.0], [0.5, 0.25], [111.0, 318.0]])
    agree(yours(grad_output, np.array([2, 2, 2, 1]), 3), want, exact=True)


def test_absent_tokens(yours, rng):
    """Rows of tokens that do not occur get exactly zero, also at the end of the table."""
    grad_output = rng.integers(1, 9, (3, 2)).astype(float)
    want = np.zeros((6, 2))
    want[2], want[0] = grad_output[0] + grad_output[2], grad_output[1]
    agree(yours(grad_output, np.array([2, 0, 2]), 6), want, exact=True)


def test_is_the_transposed_lookup(yours, rng):
    """Any table, looked up and multiplied by grad_output, gives the same sum as the table times the result."""
    grad_output, tokens, size, _ = sample(rng)
    table = rng.normal(size=(size, 3))
    agree((yours(grad_output, tokens, size) * table).sum(), (grad_output * table[tokens]).sum(), scale=24.0)


@pytest.mark.parametrize("shape", [(), (5,), (2, 1, 3)], ids=["no_axis", "one_axis", "three_axes"])
def test_any_shape(yours, rng, shape):
    """The numbers may have any axes, down to a single token."""
    grad_output, tokens = rng.normal(size=(*shape, 2)), np.asarray(rng.integers(0, 3, shape))
    agree(yours(grad_output, tokens, 4), embedding_backward(grad_output, tokens, 4))


def test_nothing_was_looked_up(yours):
    """An empty batch gives zeros in the shape of the table."""
    agree(yours(np.zeros((0, 3)), np.zeros(0, dtype=np.int64), 2), np.zeros((2, 3)))


@pytest.mark.parametrize("padding_idx", [0, 2])
def test_padding(yours, padding_idx):
    """The row of the padding token is exactly zero, also if its number is 0, and even where NaN arrives; the others are not."""
    grad_output = np.array([[1.0, 2.0], [np.nan, 4.0], [5.0, 6.0], [7.0, np.inf]])
    tokens = np.array([1, padding_idx, 1, padding_idx])
    want = np.zeros((3, 2))
    want[1] = [6.0, 8.0]
    agree(yours(grad_output, tokens, 3, padding_idx), want)
    agree(yours(grad_output[::2], tokens[::2], 3, padding_idx=1), np.zeros((3, 2)))


@pytest.mark.parametrize("padding_idx", [-1, 3])
def test_bad_padding(yours, rng, padding_idx):
    """A padding_idx of no token raises a ValueError that names it."""
    with pytest.raises(ValueError, match="padding_idx"):
        yours(rng.normal(size=(2, 2)), np.array([2, 0]), 3, padding_idx)


def without_padding(gradient, padding_idx):
    """The same with zeros in the row of the padding token."""
    if padding_idx is not None:
        gradient[padding_idx] = 0
    return gradient


@mistake(
    "A token that occurs several times gets only its last gradient, because you write where you should add. Sum the gradients of "
    "all places."
)
def keeps_the_last_gradient(grad_output, input, num_weights, padding_idx=None):
    gradient = np.zeros_like(embedding_backward(grad_output, input, num_weights, padding_idx))
    for place in np.ndindex(input.shape):
        gradient[input[place]] = grad_output[place]
    return without_padding(gradient, padding_idx)


@mistake(
    "A token that occurs several times gets only its first gradient. Go on adding: a row collects from all places where its "
    "token stood."
)
def keeps_the_first_gradient(grad_output, input, num_weights, padding_idx=None):
    gradient = np.zeros_like(embedding_backward(grad_output, input, num_weights, padding_idx))
    for place in reversed(list(np.ndindex(input.shape))):
        gradient[input[place]] = grad_output[place]
    return without_padding(gradient, padding_idx)


@mistake("The gradients of a token are averaged. They are added up: dividing by the number of occurrences is another option.")
def averages_the_occurrences(grad_output, input, num_weights, padding_idx=None):
    count = np.bincount(np.ravel(input), minlength=num_weights)[:, None]
    return embedding_backward(grad_output, input, num_weights, padding_idx) / np.maximum(count, 1).astype(grad_output.dtype)


@mistake("The sum is divided by the number of places. If the loss is a mean, grad_output has that factor already: only add.")
def divides_by_the_number_of_places(grad_output, input, num_weights, padding_idx=None):
    return embedding_backward(grad_output, input, num_weights, padding_idx) / max(input.size, 1)


@mistake("The padding token is trained like any other. Set its row of the gradient to zero where padding_idx is given.")
def ignores_the_padding(grad_output, input, num_weights, padding_idx=None):
    embedding_backward(grad_output, input, num_weights, padding_idx)
    return embedding_backward(grad_output, input, num_weights)


@mistake("A padding_idx of 0 is ignored, because 0 counts as false. Ask whether it is None: 0 is the most common padding token.")
def takes_zero_for_none(grad_output, input, num_weights, padding_idx=None):
    return embedding_backward(grad_output, input, num_weights, padding_idx or None)


@mistake(
    "You multiply by a mask to clear the padding, and zero times NaN is NaN. Write zeros into the row, or leave these places out."
)
def multiplies_by_a_mask(grad_output, input, num_weights, padding_idx=None):
    embedding_backward(grad_output, input, num_weights, padding_idx)
    keep = (np.asarray(input) != (-1 if padding_idx is None else padding_idx)).astype(grad_output.dtype)
    return embedding_backward(grad_output * keep[..., None], input, num_weights)


@mistake("The result has rows only up to the largest token that occurs. It has the shape of the table: num_weights rows.")
def sizes_it_by_the_largest_token(grad_output, input, num_weights, padding_idx=None):
    gradient = embedding_backward(grad_output, input, num_weights, padding_idx)
    return gradient[: int(np.max(input, initial=-1)) + 1].copy()


@mistake("The result has a row for each token that occurs, and no more. It has the shape of the table: num_weights rows.")
def returns_the_rows_that_occur(grad_output, input, num_weights, padding_idx=None):
    return embedding_backward(grad_output, input, num_weights, padding_idx)[np.unique(input)]


@mistake("The result is transposed. It has the shape of the table: rows are tokens, columns are features.")
def transposes_the_result(grad_output, input, num_weights, padding_idx=None):
    return embedding_backward(grad_output, input, num_weights, padding_idx).T.copy()


@mistake("A padding_idx of no token is accepted. Raise a ValueError that names padding_idx if it is not from 0 to V - 1.")
def accepts_any_padding(grad_output, input, num_weights, padding_idx=None):
    known = padding_idx is not None and 0 <= padding_idx < num_weights
    return embedding_backward(grad_output, input, num_weights, padding_idx if known else None)


@mistake("A float32 gradient comes back as float64, which is what np.zeros gives without a dtype. Ask for that of grad_output.")
def returns_float64(grad_output, input, num_weights, padding_idx=None):
    return embedding_backward(grad_output.astype(np.float64), input, num_weights, padding_idx)


@mistake("You clear the padding in grad_output itself. Make a new array: the caller may still need the gradient.")
def overwrites_grad_output(grad_output, input, num_weights, padding_idx=None):
    result = embedding_backward(grad_output, input, num_weights, padding_idx)
    if padding_idx is not None:
        grad_output[input == padding_idx] = 0
    return result


@right
def place_by_place(grad_output, input, num_weights, padding_idx=None):
    if padding_idx is not None and (padding_idx < 0 or padding_idx >= num_weights):
        raise ValueError("padding_idx names no row")
    gradient = np.zeros((num_weights, grad_output.shape[-1]), grad_output.dtype)
    for place in np.ndindex(input.shape):
        if input[place] != padding_idx:
            gradient[input[place]] += grad_output[place]
    return gradient


@right
def token_by_token(grad_output, input, num_weights, padding_idx=None):
    if padding_idx not in (None, *range(num_weights)):
        raise ValueError("padding_idx")
    trained = [v for v in range(num_weights) if v != padding_idx]
    gradient = np.zeros((num_weights, grad_output.shape[-1])).astype(grad_output.dtype)
    for v in trained:
        gradient[v] = grad_output[input == v].reshape(-1, grad_output.shape[-1]).sum(axis=0)
    return gradient


@right
def with_one_hot_vectors(grad_output, input, num_weights, padding_idx=None):
    if padding_idx is not None and not 0 <= padding_idx <= num_weights - 1:
        raise ValueError(f"padding_idx {padding_idx}")
    tokens, grads = np.ravel(input), grad_output.reshape(-1, grad_output.shape[-1])
    kept = tokens != (-1 if padding_idx is None else padding_idx)
    one_hot = np.equal.outer(np.arange(num_weights), tokens[kept])
    return one_hot.astype(grads.dtype) @ grads[kept]
