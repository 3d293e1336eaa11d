"""Hidden tests of tensors/hadamard."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.tensors.hadamard import hadamard

independent = "torch.einsum('...,...->...', input, other)"


def sample(rng, size="small"):
    """Two arrays of three axes with numbers of either sign."""
    shape = (1, 1, 1) if size == "ones" else (2, 3, 5)
    return rng.normal(size=shape), rng.normal(size=shape)


def test_not_the_matrix_product(yours):
    """Two square matrices are multiplied entry by entry, not row by column, and neither is turned over."""
    got = yours(np.array([[2.0, -3.0], [5.0, 7.0]]), np.array([[1.0, 4.0], [-2.0, 0.5]]))
    agree(got, np.array([[2.0, -12.0], [-10.0, 3.5]]), exact=True)


def test_ones_and_not_the_identity(yours):
    """An array of ones changes nothing; the identity matrix leaves the diagonal alone."""
    x = np.array([[2.0, -3.0, 1.0], [5.0, 7.0, 0.25], [-4.0, 6.0, 9.0]])
    agree(yours(x, np.ones((3, 3))), x, exact=True)
    agree(yours(np.eye(3), x), np.diag([2.0, 7.0, 9.0]), exact=True)


def test_commutes_and_distributes(yours, rng):
    """The order does not matter, and it distributes over a sum."""
    a, b, c = rng.integers(-9, 10, size=(3, 4, 3)) + 0.5
    agree(yours(a, b), a * b, exact=True)
    agree(yours(b, a), a * b, exact=True)
    agree(yours(a, b + c), a * b + a * c, exact=True)


@pytest.mark.parametrize("shape", [(), (4,), (2, 1, 3, 5), (0, 3)], ids=["no_axis", "one_axis", "four_axes", "no_rows"])
def test_any_shape(yours, rng, shape):
    """Any shape works, from a single number to a batch of images, and down to nothing at all."""
    a, b = np.asarray(rng.normal(size=shape)), np.asarray(rng.normal(size=shape))
    agree(yours(a, b), hadamard(a, b))


def test_tiny_beside_large(yours):
    """A small entry keeps its own product, however large its neighbours are."""
    x, y = np.array([[1e-200, 1e150], [-3.0, 0.0]]), np.array([[2.0, -1e150], [1e-100, 5.0]])
    for i, j in np.ndindex(2, 2):
        agree(float(yours(x, y)[i, j]), float(x[i, j] * y[i, j]))


def test_shapes_that_broadcast(yours):
    """Different shapes raise a ValueError that names other, also those that would broadcast."""
    for one, two in [((2, 3), (3,)), ((4, 1), (4, 3)), ((4, 3), (1, 3)), ((4, 1), (1, 3)), ((1, 3), (3, 1)), ((2, 3), ())]:
        with pytest.raises(ValueError, match="other"):
            yours(np.arange(2.0, 2 + np.prod(one)).reshape(one), np.arange(5.0, 5 + np.prod(two)).reshape(two))


@pytest.mark.parametrize(("one", "two"), [((2, 3), (3, 2)), ((3,), (2,)), ((2, 2), (4,))], ids=["turned", "longer", "flat"])
def test_shapes_that_do_not_fit(yours, one, two):
    """Shapes that do not even broadcast raise the same ValueError, which names other."""
    with pytest.raises(ValueError, match="other"):
        yours(np.arange(1.0, 1 + np.prod(one)).reshape(one), np.arange(3.0, 3 + np.prod(two)).reshape(two))


def checked(input, other):
    if input.shape != other.shape:
        raise ValueError("other")


@mistake("This is the matrix product, rows times columns. The Hadamard product adds up nothing: use * and not @.")
def is_the_matrix_product(input, other):
    checked(input, other)
    return input @ other


@mistake(
    "Shapes that differ are stretched by broadcasting, and the result is larger than was asked for. Compare the shapes, and "
    "raise a ValueError that names other."
)
def broadcasts(input, other):
    return input * other


@mistake("You compare the numbers of axes, and an axis of length 1 is still stretched. Compare the shapes as wholes.")
def compares_the_number_of_axes(input, other):
    if input.ndim != other.ndim:
        raise ValueError("other")
    return input * other


@mistake("You compare the numbers of entries. A row and a column have as many, and still broadcast: compare the shapes.")
def compares_the_number_of_entries(input, other):
    if input.size != other.size:
        raise ValueError("other")
    return input * other


@mistake(
    "Where the numbers of entries agree you reshape other to fit. Entries belong to their places: raise a ValueError instead."
)
def reshapes_to_fit(input, other):
    if input.size != other.size:
        raise ValueError("other")
    return input * other.reshape(input.shape)


@mistake("The entries are paired by zip, which stops at the shorter of the two without a word. Compare the shapes first.")
def stops_at_the_shorter(input, other):
    if other.ndim == input.ndim == 1:
        return input[: len(other)] * other[: len(input)]
    return hadamard(input, other)


@mistake("other is transposed before it is multiplied. Each entry meets the entry in the same row and the same column.")
def transposes_other(input, other):
    checked(input, other)
    return input * other.swapaxes(-1, -2) if input.ndim > 1 else input * other


@mistake("You add the products up to one number, which is the inner product. The Hadamard product keeps every entry.")
def adds_everything_up(input, other):
    return np.sum(hadamard(input, other))


@mistake("You add the products up along the last axis, as if these were dot products. Keep the product of every entry.")
def adds_up_each_row(input, other):
    product = hadamard(input, other)
    return product.sum(-1) if product.ndim else product


@mistake("You add the arrays. The entries are multiplied.")
def adds_the_arrays(input, other):
    checked(input, other)
    return input + other


@mistake(
    "You multiply by adding logarithms, so that a negative number gives NaN. Multiply the entries themselves, one operation each."
)
def adds_logarithms(input, other):
    checked(input, other)
    return np.exp(np.log(input) + np.log(other))


@mistake("The shapes are compared by assert: it raises AssertionError, or nothing under python -O. Raise a ValueError.")
def checks_by_assert(input, other):
    assert input.shape == other.shape
    return input * other


@mistake("float32 comes back as float64. Multiply the arrays as they are, and allocate a result with their dtype.")
def returns_float64(input, other):
    return hadamard(input.astype(np.float64), other.astype(np.float64))


@mistake("You multiply in place, and input has changed after the call. Make a new array: * does, and *= does not.")
def overwrites_input(input, other):
    checked(input, other)
    input *= other
    return input


@right
def entry_by_entry(input, other):
    if np.shape(input) != np.shape(other):
        raise ValueError("other has another shape")
    result = np.empty_like(input)
    for index in np.ndindex(input.shape):
        result[index] = input[index] * other[index]
    return result


@right
def diagonal_of_the_outer_product(input, other):
    if input.ndim != other.ndim or any(m != n for m, n in zip(input.shape, other.shape, strict=True)):
        raise ValueError(f"other: {other.shape}")
    return np.einsum("i,i->i", input.ravel(), other.ravel()).reshape(input.shape)


@right
def flat_lists(input, other):
    if list(input.shape) != list(other.shape):
        raise ValueError("input and other differ")
    products = [a * b for a, b in zip(input.flat, other.flat, strict=True)]
    return np.array(products, dtype=input.dtype).reshape(input.shape)
