"""A course of one exercise, sound as it stands; tests of the audit plant one weakness at a time into its text."""

from __future__ import annotations

from pathlib import Path

from grader.sync import write

ID = "planted/scaled_mean"

SOLUTION = '''r"""The mean of each row, scaled: $y_i = s \\cdot \\operatorname{mean}(x_i)$."""

from __future__ import annotations

import numpy as np

from grader.authoring import About

ABOUT = About(title="Scaled mean", difficulty=1, points=5, questions=("What is a mean?",), hints=("a", "b", "c"))


def scaled_mean(x, scale=2.0):
    """Mean of each row, scaled.

    Parameters
    ----------
    x : numbers, N rows.
    scale : the factor, above 0.

    Returns
    -------
    N numbers.

    Examples
    --------
    >>> scaled_mean(np.array([[1.0, 2.0], [3.0, 7.0]]))
    array([ 3., 10.])
    """
    if scale <= 0:
        raise ValueError(f"scale must be above 0, got {scale}")
    # equivalent: -1 => 1, because x has two axes.
    return scale * x.sum(axis=1) / x.shape[-1]
'''

HIDDEN = '''"""Hidden tests of planted/scaled_mean."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.planted.scaled_mean import scaled_mean


def sample(rng, size="small"):
    return (rng.normal(size=(1, 1) if size == "ones" else (3, 4)),)


def test_scale(yours, rng):
    """The scale is a factor."""
    (x,) = sample(rng)
    agree(yours(x, 0.3), scaled_mean(x, 0.3))


def test_bad_scale(yours, rng):
    """A scale that is not above 0 raises a ValueError that names it."""
    (x,) = sample(rng)
    for scale in (0.0, -1.5):
        with pytest.raises(ValueError, match="scale"):
            yours(x, scale)


@mistake("You add up the row and never divide: divide by the number of columns.")
def forgets_to_divide(x, scale=2.0):
    return scaled_mean(x, scale) * x.shape[1]


@mistake("The scale has no effect: multiply the mean by it.")
def forgets_the_scale(x, scale=2.0):
    scaled_mean(x, scale)
    return scaled_mean(x)


@mistake("You take the mean of each column: rows are the first axis, so go along axis 1.")
def goes_down_the_columns(x, scale=2.0):
    return scaled_mean(x.T, scale)


@mistake("A scale that is not above 0 passes unnoticed: check it first.")
def checks_nothing(x, scale=2.0):
    return scale * x.mean(axis=1)


@right
def by_mean(x, scale=2.0):
    if not scale > 0:
        raise ValueError("bad scale")
    return x.mean(axis=1) * x.dtype.type(scale)


@right
def row_by_row(x, scale=2.0):
    if scale <= 0:
        raise ValueError("bad scale")
    return np.array([scale * sum(row) / len(row) for row in x], dtype=x.dtype)
'''

TWIN = '''"""The same in PyTorch."""

import torch


def scaled_mean(x, scale=2.0):
    """Mean of each row, scaled."""
    if scale <= 0:
        raise ValueError(f"scale must be above 0, got {scale}")
    return torch.mean(x, dim=1) * scale
'''
TWIN_HIDDEN = '''"""The known mistakes in PyTorch."""

from solutions.planted.torch.scaled_mean import scaled_mean


def forgets_to_divide(x, scale=2.0):
    return scaled_mean(x, scale) * x.shape[1]
'''
IDLE_TEST = '''
def test_idle(yours, rng):
    """The default is 2."""
    (x,) = sample(rng)
    yours(x)
    agree(scaled_mean(x, 2.0), scaled_mean(x))


def test_bad_scale'''
UNASKED_TEST = '''
def test_one_number(yours):
    """Of one number the mean is the number."""
    agree(yours(np.array([[3.0]])), np.array([6.0]))


def test_bad_scale'''
SAME_AGAIN = """
@mistake("You count columns where rows are meant, that is wrong.")
def adds_up(x, scale=2.0):
    return scaled_mean(x * x.shape[1], scale)


@mistake("A scale"""
UNNOTICED = """
@mistake("With a scale above 100 you give up: go on.")
def gives_up(x, scale=2.0):
    return scaled_mean(x, min(scale, 100))


@mistake("A scale"""
STEALS_THE_NAME = """
@mistake("You add up each row and that is all you do: divide.")
def sums(x, scale=2.0):
    return scaled_mean(x, scale) * x.shape[1]


@mistake("You add up"""
NO_BATTERY = 'skip={"ordinary_input": "x", "any_layout": "x", "large_values": "x", "float32_too": "x"}'
RETURN = "    return scale *"
COMPARES = "agree(yours(x, 0.3), scaled_mean(x, 0.3))"
# What each weakness is called, and how it gets into the course: what stands in one of its files, and becomes what.
WEAKNESSES = {
    "mutant survives": ("hidden", "for scale in (0.0, -1.5):", "for scale in (-1.5, -2.5):"),
    "stale waiver": ("solution", RETURN, f"    # equivalent: scale => -scale, because nobody looks.\n{RETURN}"),
    "test catches nothing": ("hidden", "def test_bad_scale", IDLE_TEST.lstrip()),
    "test without a mistake": ("hidden", "def test_bad_scale", UNASKED_TEST.lstrip()),
    "indistinguishable mistakes": ("hidden", '@mistake("A scale', SAME_AGAIN.lstrip()),
    "mistake accepted": ("hidden", '@mistake("A scale', UNNOTICED.lstrip()),
    "mistake misnamed": ("hidden", '@mistake("You add up', STEALS_THE_NAME.lstrip()),
    "right answer rejected": ("hidden", "x.dtype.type(scale)", "np.float64(scale)"),
    "behaviour accepted": ("solution", 'hints=("a", "b", "c")', f'hints=("a", "b", "c"), {NO_BATTERY}'),
    "broken": ("hidden", COMPARES, f'{COMPARES}\n    raise KeyError("ours")'),
}


def plant(root: Path, *weaknesses: str, twin: bool = False) -> Path:
    """Write the course, with these weaknesses in it; with a twin in PyTorch and its mistakes, where that is wanted."""
    texts = {"solution": SOLUTION, "hidden": HIDDEN}
    for name in weaknesses:
        file, old, new = WEAKNESSES[name]
        assert texts[file].count(old) == 1
        texts[file] = texts[file].replace(old, new)
    write(root / "solutions/planted/scaled_mean.py", texts["solution"].encode())
    write(root / "grader/hidden/planted/scaled_mean.py", texts["hidden"].encode())
    if twin:
        write(root / "solutions/planted/torch/scaled_mean.py", TWIN.encode())
        write(root / "grader/hidden/planted/torch/scaled_mean.py", TWIN_HIDDEN.encode())
    return root
