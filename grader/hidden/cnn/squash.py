"""Hidden tests of cnn/squash."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.cnn.squash import squash

independent = "F.normalize(s, dim=dim, eps=0.0) * torch.sigmoid(2 * torch.linalg.vector_norm(s, dim=dim, keepdim=True).log())"


def sample(rng, size="small"):
    """Capsules along the middle axis, of lengths on both sides of 1."""
    s = rng.normal(size=(1, 1, 1) if size == "ones" else (2, 4, 3))
    return s, 1


def test_lengths(yours, rng):
    """A length of 1 becomes 1/2, one of 10 becomes 100/101, and one of 1/3 becomes 1/10."""
    direction = np.array([2.0, -3.0, 6.0]) / 7
    got = yours(np.outer([1.0, 10.0, 1 / 3], direction))
    agree(got, np.outer([0.5, 100 / 101, 0.1], direction))


def test_direction(yours, rng):
    """The direction stays: divided by their lengths, capsules are the same before and after."""
    s = rng.normal(size=(5, 3))
    v = yours(s)
    agree(v / np.linalg.norm(v, axis=1, keepdims=True), s / np.linalg.norm(s, axis=1, keepdims=True))


def test_capsule_of_zeros(yours, rng):
    """A capsule of zeros stays zeros, and does not disturb the others."""
    s = np.array([[0.0, 0.0], [3.0, -4.0], [0.0, 0.0]])
    agree(yours(s), np.array([[0.0, 0.0], [3.0 * 5 / 26, -4.0 * 5 / 26], [0.0, 0.0]]))
    agree(yours(np.zeros((2, 3)), 0), np.zeros((2, 3)))


@pytest.mark.parametrize("length", [1e-2, 1e-7, 1e-12, 1e-50])
def test_short_capsules(yours, rng, length):
    """A short capsule shrinks to about the square of its length, with all its digits."""
    direction = np.array([[0.8, -0.6]])
    agree(yours(length * direction) / length, length / (1 + length**2) * direction)


def test_long_capsules(yours, rng):
    """However long a capsule is, its length stays at 1 at most."""
    agree(yours(np.array([[3e6, -4e6], [-8e40, 6e40]])), np.array([[0.6, -0.8], [-0.8, 0.6]]) * np.array([[1 - 4e-14], [1.0]]))


def test_each_axis(yours, rng):
    """Capsules may lie along any axis, counted from either end; without a word about it, along the last."""
    s = rng.normal(size=(2, 3, 4, 5))
    for dim in (0, 1, 2, 3, -1, -2, -4):
        agree(yours(s, dim=dim), squash(s, dim))
    agree(yours(s), squash(s, 3))
    agree(yours(s[0, 0, 0], 0), squash(s[0, 0, 0], 0))


def test_capsules_are_on_their_own(yours, rng):
    """A capsule is squashed in the same way alone and beside others."""
    s = rng.normal(size=(4, 3))
    agree(yours(s)[2:3], yours(s[2:3].copy()))


def length_of(s, dim):
    return np.linalg.norm(s, axis=dim, keepdims=True)


@mistake("A capsule of zeros gives NaN, because you divide by its length. Cancel one power of the length: then nothing is 0/0.")
def divides_by_zero(s, dim=-1):
    length = length_of(s, dim)
    return length**2 / (1 + length**2) * (s / length)


@mistake("You squash each number on its own. A capsule is a vector: the sum of squares runs along dim.")
def squashes_number_by_number(s, dim=-1):
    return s * np.abs(s) / (1 + s**2)


@mistake("All numbers of the array count as one capsule. The length is taken along dim only, with that axis kept.")
def takes_all_for_one_capsule(s, dim=-1):
    length = np.sqrt(np.sum(s**2))
    return s * (length / (1 + length**2))


@mistake("dim has no effect: you always go along the last axis. Pass it on as the axis of the norm.")
def ignores_dim(s, dim=-1):
    return squash(s, -1)


@mistake("The new length is l / (1 + l). Squares are missing: it is l**2 / (1 + l**2).")
def forgets_the_squares(s, dim=-1):
    return s / (1 + length_of(s, dim))


@mistake("The vector itself is multiplied by the new length, which makes long ones longer than 1. Divide it by its length first.")
def forgets_to_normalize(s, dim=-1):
    length = length_of(s, dim)
    return s * (length**2 / (1 + length**2))


@mistake("Every capsule comes out with a length of 1, so none says whether its object is there. Multiply by l**2 / (1 + l**2).")
def only_normalizes(s, dim=-1):
    length = length_of(s, dim)
    return s / np.where(length > 0, length, 1)


@mistake("A small constant in the length distorts short capsules. Nothing needs it: cancel one power of the length instead.")
def adds_a_small_constant(s, dim=-1):
    length = length_of(s, dim)
    return length**2 / (1 + length**2) * (s / (length + 1e-8))


@mistake("A small constant under the square root distorts short capsules. Nothing needs it: cancel one power of the length.")
def adds_a_constant_under_the_root(s, dim=-1):
    square = np.sum(s**2, axis=dim, keepdims=True)
    return square / (1 + square) * (s / np.sqrt(square + 1e-8))


@mistake("You compute the new length as 1 - 1 / (1 + l**2), which loses its digits where l is small. Divide l**2 by 1 + l**2.")
def subtracts_from_one(s, dim=-1):
    length = length_of(s, dim)
    return s * ((1 - 1 / (1 + length**2)) / np.where(length > 0, length, 1))


@mistake("You return the lengths. The result has the shape of s: capsules that keep their direction.")
def returns_the_lengths(s, dim=-1):
    square = np.sum(s**2, axis=dim)
    return square / (1 + square)


@mistake("The length is the sum of absolute values. Take the Euclidean one: the square root of the sum of squares.")
def adds_absolute_values(s, dim=-1):
    length = np.sum(np.abs(s), axis=dim, keepdims=True)
    return s * (length / (1 + length**2))


@mistake("The square root is missing: the length is the root of the sum of squares.")
def forgets_the_root(s, dim=-1):
    square = np.sum(s**2, axis=dim, keepdims=True)
    return s * (square / (1 + square**2))


@mistake("float32 capsules come back as float64. Do not convert, and make new arrays with dtype=s.dtype.")
def returns_float64(s, dim=-1):
    return squash(s, dim).astype(np.float64)


@mistake("You shrink s in place. Return a new array: the caller still needs the old one.")
def overwrites_the_input(s, dim=-1):
    s *= length_of(s, dim) / (1 + length_of(s, dim) ** 2)
    return s.copy()


@right
def direction_times_length(s, dim=-1):
    square = (s * s).sum(axis=dim, keepdims=True)
    length = np.sqrt(square)
    safe = np.where(length == 0, np.ones_like(length), length)
    return s / safe * (square / (1 + square))


@right
def one_capsule_after_another(s, dim=-1):
    moved = np.moveaxis(s, dim, -1)
    result = np.zeros(moved.shape, dtype=s.dtype)
    for index in np.ndindex(moved.shape[:-1]):
        square = moved[index] @ moved[index]
        if square > 0:
            result[index] = moved[index] * (np.sqrt(square) / (1 + square))
    return np.moveaxis(result, -1, dim).copy()


@right
def divides_once(s, dim=-1):
    length = np.sqrt(np.sum(np.square(s), axis=dim, keepdims=True))
    return s * length / (1 + length * length)
