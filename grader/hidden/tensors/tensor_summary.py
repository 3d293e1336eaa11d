"""Hidden tests of tensors/tensor_summary."""

import math

import pytest

from grader.authoring import agree, mistake, right
from solutions.tensors.tensor_summary import tensor_summary

independent = (
    "(lambda a: {'rank': a.ndim, 'shape': a.shape, 'size': a.size, 'dtype': str(a.dtype), 'nbytes': a.nbytes})(np.array(x))"
)


def sample(rng, size="small"):
    """Whole numbers on three axes of different lengths, and one complex number as the last of them."""
    if size == "ones":
        return ([[[float(rng.normal())]]],)
    x = rng.integers(-9, 10, size=(2, 4, 3) if size == "small" else rng.integers(1, 5, size=3)).tolist()
    x[-1][-1][-1] = complex(rng.normal(), 1.0)
    return (x,)


def summary(shape, dtype, nbytes):
    return {"rank": len(shape), "shape": shape, "size": math.prod(shape), "dtype": dtype, "nbytes": nbytes}


def test_axes_and_not_features(yours):
    """A table of 40 rows with 5 features has 2 axes and 200 numbers; a single row of it has 1 axis."""
    table = [[0.5 * i + j for j in range(5)] for i in range(40)]
    agree(yours(table), summary((40, 5), "float64", 1600))
    agree(yours(table[0]), summary((5,), "float64", 40))
    agree(yours([[feature] for feature in table[0]]), summary((5, 1), "float64", 40))


def test_a_number_is_a_tensor(yours):
    """A number on its own, zero too, has no axes, the empty shape and the size 1."""
    for number, dtype, nbytes in [(0, "int64", 8), (-2.5, "float64", 8), (False, "bool", 1), (1j, "complex128", 16)]:
        agree(yours(number), summary((), dtype, nbytes))


def test_widest_type_anywhere(yours):
    """The widest type decides, wherever it stands, and also for numbers that happen to be whole."""
    agree(yours([1, 2, 3]), summary((3,), "int64", 24))
    agree(yours([1, 2, 3.0]), summary((3,), "float64", 24))
    agree(yours([[1.5, 2], [3 + 0j, True]]), summary((2, 2), "complex128", 64))
    agree(yours([2.5, 1, True]), summary((3,), "float64", 24))


def test_truth_values(yours):
    """Truth values take a byte each; with a single integer among them, they are all integers."""
    agree(yours([[True, False, True]]), summary((1, 3), "bool", 3))
    agree(yours([True, False, 1]), summary((3,), "int64", 24))


def test_order_of_the_axes(yours):
    """The shape counts from the outside: two lists of three lists of one number."""
    agree(yours([[[1], [2], [3]], [[4], [5], [6]]]), summary((2, 3, 1), "int64", 48))


@pytest.mark.parametrize(
    ("x", "shape"),
    [([], (0,)), ([[], []], (2, 0)), ([[[], []], [[], []], [[], []]], (3, 2, 0))],
    ids=["one_axis", "two_axes", "three_axes"],
)
def test_empty_lists(yours, x, shape):
    """Empty lists have a shape, no numbers, no bytes, and the type float64."""
    agree(yours(x), summary(shape, "float64", 0))


def test_uneven_lists(yours):
    """Lists of different lengths on one level raise a ValueError that names x, wherever they are."""
    for x in ([[1, 2], [3, 4], [5]], [[], [1]], [[[1], [2]], [[3], [4, 5]]], [[[1, 2], [3, 4]], [[5, 6]]]):
        with pytest.raises(ValueError, match=r"\bx\b"):
            yours(x)


def test_same_number_of_numbers_is_not_enough(yours):
    """Lists with as many numbers in another arrangement are no tensor either."""
    for x in ([[[1, 2], [3, 4]], [[5, 6, 7, 8]]], [[1, 2, 3], [4], [5, 6]]):
        with pytest.raises(ValueError, match=r"\bx\b"):
            yours(x)


def test_a_number_beside_a_list(yours):
    """A number beside a list raises a ValueError that names x, whichever comes first."""
    for x in ([[1], 2], [2, [1]], [[[1], [2]], [3, 4]], [0, []]):
        with pytest.raises(ValueError, match=r"\bx\b"):
            yours(x)


def altered(x, **changes):
    return tensor_summary(x) | changes


@mistake("The rank is not the number of features, which is the length of the last axis. Count the axes, the levels of lists.")
def counts_the_features(x):
    shape = tensor_summary(x)["shape"]
    return altered(x, rank=shape[-1] if shape else 0)


@mistake("The rank is not the length of the outermost list. Count the axes, the levels of lists.")
def takes_the_length_for_the_rank(x):
    return altered(x, rank=len(x) if isinstance(x, list) else 0)


@mistake("You count axes from one. A number on its own has no axis and rank 0; a list of numbers has one.")
def gives_a_number_rank_one(x):
    return altered(x, rank=tensor_summary(x)["rank"] + 1)


@mistake("A single number gets an axis of length 1. It has none: its shape is () and its rank 0.")
def makes_a_list_of_a_number(x):
    return tensor_summary(x if isinstance(x, list) else [x])


@mistake("The size is not the sum of the lengths. An axis repeats what is inside: multiply the lengths.")
def adds_up_the_lengths(x):
    s = tensor_summary(x)
    size = sum(s["shape"]) if s["shape"] else 1
    return altered(x, size=size, nbytes=size * s["nbytes"] // max(s["size"], 1))


@mistake("The size is not the number of lists inside the outermost one. Count all numbers, on every level.")
def takes_the_length_for_the_size(x):
    s = tensor_summary(x)
    return altered(x, size=len(x) if isinstance(x, list) else 1, nbytes=s["nbytes"])


@mistake("Size and shape have changed places. The shape is the tuple of lengths, the size their product.")
def swaps_size_and_shape(x):
    s = tensor_summary(x)
    return altered(x, size=s["shape"], shape=s["size"])


@mistake("The shape is written from the inside out. The outermost list is the first axis.")
def counts_from_the_inside(x):
    return altered(x, shape=tensor_summary(x)["shape"][::-1])


def numbers_of(x):
    return [n for item in x for n in numbers_of(item)] if isinstance(x, list) else [x]


@mistake("The type is that of the first number. Look at all of them: a single float makes every number a float.")
def takes_the_type_of_the_first(x):
    s, first = tensor_summary(x), tensor_summary((numbers_of(x) or [0.0])[0])
    return altered(x, dtype=first["dtype"], nbytes=s["size"] * first["nbytes"])


@mistake("Whole numbers are taken for integers although they are floats. The type counts, not the value: 3.0 is a float.")
def takes_whole_floats_for_integers(x):
    found = [int(n) if isinstance(n, float) and n.is_integer() else n for n in numbers_of(x)] or [0.0]
    return altered(x, dtype=tensor_summary(found)["dtype"])


@mistake(
    "Truth values are taken for integers, since isinstance(True, int) is true. Compare the type itself, or ask for bool first."
)
def takes_truth_values_for_integers(x):
    s = tensor_summary(x)
    return altered(x, dtype="int64", nbytes=8 * s["size"]) if s["dtype"] == "bool" else s


@mistake("Every number counts as eight bytes. A truth value takes one, a complex number sixteen.")
def counts_eight_bytes_each(x):
    return altered(x, nbytes=8 * tensor_summary(x)["size"])


@mistake("nbytes is the width of one number. Multiply it by the size to have the bytes of all.")
def forgets_the_size(x):
    s = tensor_summary(x)
    return altered(x, nbytes=s["nbytes"] // s["size"] if s["size"] else 0)


@mistake("Floats are float32 here. That is the default of torch.tensor; these numbers are of Python, and have eight bytes.")
def says_float32(x):
    s = tensor_summary(x)
    return altered(x, dtype="float32", nbytes=4 * s["size"]) if s["dtype"] == "float64" else s


@mistake("A list without numbers is called an integer or truth-value tensor. Where there is no number the type is float64.")
def takes_nothing_for_integers(x):
    s = tensor_summary(x)
    return s if s["size"] else altered(x, dtype="int64")


@mistake("An empty list is taken for a number, since both are false. Ask whether it is a list, not whether it is empty.")
def takes_an_empty_list_for_a_number(x):
    def filled(y):
        return [filled(item) for item in y] if isinstance(y, list) and y else (y or 0.0)

    return tensor_summary(filled(x)) if not numbers_of(x) else tensor_summary(x)


def shape_of_the_first(x):
    return (len(x), *(shape_of_the_first(x[0]) if x else ())) if isinstance(x, list) else ()


@mistake("Only the first list of each level is looked at, so uneven ones pass. Ask all lists of a level for their length.")
def looks_at_the_first_list(x):
    shape, flat = shape_of_the_first(x), tensor_summary(numbers_of(x))
    return summary(shape, flat["dtype"], flat["nbytes"] * math.prod(shape) // max(flat["size"], 1))


@mistake("You only compare the number of numbers with the product of the lengths. They may be arranged unevenly all the same.")
def counts_the_numbers_only(x):
    shape, flat = shape_of_the_first(x), tensor_summary(numbers_of(x))
    return summary(shape, flat["dtype"], flat["nbytes"]) if math.prod(shape) == flat["size"] else tensor_summary(x)


@mistake("A number beside a list is looked into as if it were one, which is a TypeError. Raise a ValueError that names x.")
def looks_into_numbers(x):
    level = [x]
    while any(isinstance(item, list) for item in level):
        level = [inner for item in level for inner in item]
    return tensor_summary(x)


@mistake("Unevenness is found by assert: it raises AssertionError, or nothing under python -O. Raise a ValueError that names x.")
def checks_by_assert(x):
    try:
        return tensor_summary(x)
    except ValueError:
        raise AssertionError from None


@right
def recursively(x):
    def shape_of(y):
        if not isinstance(y, list):
            return ()
        shapes = [shape_of(item) for item in y]
        if any(shape != shapes[0] for shape in shapes):
            raise ValueError("x is ragged")
        return (len(y), *(shapes[0] if shapes else ()))

    shape, numbers = shape_of(x), numbers_of(x)
    if any(isinstance(n, complex) for n in numbers):
        dtype, width = "complex128", 16
    elif any(isinstance(n, float) for n in numbers) or not numbers:
        dtype, width = "float64", 8
    else:
        dtype, width = ("bool", 1) if all(n is True or n is False for n in numbers) else ("int64", 8)
    return summary(shape, dtype, len(numbers) * width)


@right
def by_first_elements_and_a_walk(x):
    shape, first = [], x
    while isinstance(first, list):
        shape.append(len(first))
        first = first[0] if first else None

    def walk(y, depth):
        if isinstance(y, list) != (depth < len(shape)) or (isinstance(y, list) and len(y) != shape[depth]):
            raise ValueError(f"x is not even at depth {depth}")
        return [kind for item in y for kind in walk(item, depth + 1)] if isinstance(y, list) else [type(y)]

    kinds = set(walk(x, 0))
    dtype = "float64" if not kinds else "bool"
    for kind, name in ((int, "int64"), (float, "float64"), (complex, "complex128")):
        dtype = name if kind in kinds else dtype
    size = math.prod(shape)
    width = 1 if dtype == "bool" else int(dtype[-3:].strip("abcdefghijklmnopqrstuvwxyz")) // 8
    return {"rank": len(shape), "shape": shape, "size": size, "dtype": dtype, "nbytes": size * width}
