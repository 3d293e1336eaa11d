"""Hidden tests of boltzmann/hopfield_weights."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.boltzmann.hopfield_weights import hopfield_weights

independent = "(torch.einsum('mi,mj->ij', patterns, patterns) / patterns.size(1)).fill_diagonal_(0)"


def sample(rng, size="small"):
    """Three patterns of five units, or one of one."""
    patterns = rng.choice([-1.0, 1.0], (1, 1) if size == "ones" else (3, 5))
    patterns[0, 0] = -1.0
    return (patterns,)


def test_one_pattern(yours):
    """One pattern: connections of 1/N between units that agree, of -1/N between others, and none of a unit with itself."""
    third = 1 / 3
    agree(
        yours(np.array([[1.0, -1.0, -1.0]])),
        np.array([[0.0, -third, -third], [-third, 0.0, third], [-third, third, 0.0]]),
    )


def test_opposite_pattern(yours, rng):
    """A pattern and its opposite leave the same trace: all signs of a pattern may be turned round."""
    (patterns,) = sample(rng)
    agree(yours(patterns * np.array([[1.0], [-1.0], [-1.0]])), hopfield_weights(patterns))


def test_stored_twice(yours):
    """A pattern that is stored twice counts twice, and one that is stored 130 times counts 130 times."""
    once = np.array([[1.0, 1.0, -1.0, 1.0]])
    for times in (2, 130):
        agree(yours(np.repeat(once, times, axis=0)), (once.T @ once - np.eye(4)) * times / 4, exact=True)


def test_stored_patterns_support_themselves(yours):
    """Orthogonal patterns are eigenvectors with the eigenvalue 1 - M/N: every unit of a stored pattern is told to stay."""
    patterns = np.array([[1.0, 1, 1, 1, -1, -1, -1, -1], [1.0, 1, -1, -1, 1, 1, -1, -1], [1.0, -1, 1, -1, 1, -1, 1, -1]])
    weight = yours(patterns)
    agree(weight, hopfield_weights(patterns))
    agree(patterns @ weight, patterns * (1 - 3 / 8))


def test_float32(yours):
    """float32 patterns give float32 connections."""
    agree(yours(np.array([[1, -1, -1]], dtype=np.float32)), hopfield_weights(np.array([[1, -1, -1]], dtype=np.float32)))


def test_other_entries(yours):
    """An entry that is neither -1 nor +1 raises a ValueError that names the patterns; others pass."""
    agree(yours(np.array([[1.0, -1.0]])), np.array([[0.0, -0.5], [-0.5, 0.0]]))
    for strange in (-2.0, 0.0, 0.5, np.nan):
        with pytest.raises(ValueError, match="patterns"):
            yours(np.array([[1.0, -1.0], [1.0, strange]]))


def diagonal_off(weight):
    return weight * (1 - np.eye(len(weight), dtype=weight.dtype))


@mistake("The diagonal is not zero. A unit is not connected with itself: clear the diagonal when the sum is done.")
def keeps_the_diagonal(patterns):
    hopfield_weights(patterns)
    return patterns.T @ patterns / patterns.shape[1]


@mistake("The factor 1/N is missing. Divide the sum over the patterns by the number of units.")
def forgets_to_divide(patterns):
    return hopfield_weights(patterns) * patterns.shape[1]


@mistake("You divide by the number of patterns. Divide by the number of units, which is the length of a pattern.")
def divides_by_the_number_of_patterns(patterns):
    return diagonal_off(hopfield_weights(patterns) * patterns.shape[1] / len(patterns))


@mistake("You divide by both numbers, as in a mean over all. Divide by the number of units alone.")
def divides_by_both(patterns):
    return hopfield_weights(patterns) / len(patterns)


@mistake("You multiply patterns with patterns: the result has a row for each pattern. Sum over the patterns, not over the units.")
def sums_over_the_units(patterns):
    hopfield_weights(patterns)
    return diagonal_off(patterns @ patterns.T / patterns.shape[1])


@mistake("You subtract the mean of each unit first, as for a covariance. Hebb's rule multiplies the patterns as they are.")
def subtracts_the_means(patterns):
    hopfield_weights(patterns)
    centred = patterns - patterns.mean(0)
    return diagonal_off(centred.T @ centred / patterns.shape[1])


@mistake("The signs are turned round. Units that agree get a positive connection: then the pattern supports itself.")
def turns_the_sign_round(patterns):
    return -hopfield_weights(patterns)


@mistake("Each pair is stored on one side of the diagonal only. The matrix is symmetric: both sides have the same connection.")
def fills_one_triangle(patterns):
    return np.triu(hopfield_weights(patterns))


@mistake("You turn 0 and 1 into -1 and +1, but the patterns are -1 and +1 already, and what you make of them is -3 and +1.")
def converts_from_bits(patterns):
    hopfield_weights(patterns)
    return diagonal_off((2 * patterns - 1).T @ (2 * patterns - 1) / patterns.shape[1])


@mistake("Only the last pattern is stored: each one replaces the sum. Add the patterns up.")
def keeps_the_last_pattern(patterns):
    hopfield_weights(patterns)
    return hopfield_weights(patterns[-1:])


@mistake("Patterns of 0 and 1 and of other numbers pass unnoticed. Raise a ValueError that names patterns.")
def checks_nothing(patterns):
    return diagonal_off(patterns.T @ patterns / patterns.shape[1])


@mistake("You refuse only what lies outside of -1 and +1, and so 0 passes. Every entry has to be -1 or +1 itself.")
def checks_the_range(patterns):
    if not (abs(patterns) <= 1).all():
        raise ValueError("patterns")
    return checks_nothing(patterns)


@mistake("float32 patterns give float64 connections. Keep the dtype of the patterns.")
def returns_float64(patterns):
    return hopfield_weights(patterns).astype(np.float64)


@right
def pattern_by_pattern(patterns):
    if set(np.unique(patterns)) - {-1.0, 1.0}:
        raise ValueError("patterns")
    total = sum(np.outer(p, p) for p in patterns) / patterns.shape[1]
    return total - np.diag(np.diag(total))


@right
def by_einsum(patterns):
    if np.any(patterns**2 != 1):
        raise ValueError("bad patterns")
    weight = np.einsum("mi,mj->ij", patterns, patterns)
    weight -= len(patterns) * np.eye(patterns.shape[1], dtype=patterns.dtype)
    return weight / patterns.shape[1]


@right
def pair_by_pair(patterns):
    weight = np.zeros((patterns.shape[1],) * 2, dtype=patterns.dtype)
    for i, j in np.ndindex(weight.shape):
        for p in patterns:
            if p[i] not in (-1, 1):
                raise ValueError("patterns")
            weight[i, j] += 0 if i == j else p[i] * p[j] / patterns.shape[1]
    return weight
