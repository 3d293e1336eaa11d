"""`gradlings new topic/name`: the files of an exercise, for NumPy and for PyTorch, ready to be filled in."""

from __future__ import annotations

import keyword
import sys
from pathlib import Path

from grader import catalog
from grader.sync import write

TAKEN = frozenset(sys.stdlib_module_names) | {"numpy", "torch", "pytest", "scipy", "grader", "solutions", "exercises"}

SOLUTION = '''r"""TODO: the statement, in Markdown and LaTeX, so that a reader who knows the maths guesses no convention.

$$y = f(x)$$

Source: TODO author, year, section.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="TODO",
    difficulty=1,
    points=5,
    needs=(),
    questions=("TODO: the interview question that this answers?",),
    hints=(
        "TODO: a nudge, 40 to 120 words.",
        "TODO: a stronger nudge.",
        "TODO: nearly there, but no line of the solution.",
    ),
    forbid=(),
)


def {name}(x: Float[Array, "N D"]) -> Float[Array, "N D"]:
    """TODO: one line that says what it does.

    Parameters
    ----------
    x : TODO, with units and range.

    Returns
    -------
    TODO, in the dtype of `x`. A new array; the input stays as it is.

    Examples
    --------
    >>> {name}(np.array([[1.0, -2.0, 0.5]]))
    array([[ 2., -4.,  1.]])
    """
    return np.multiply(2, x)
'''

HIDDEN = '''"""Hidden tests of {topic}/{name}."""

from grader.authoring import agree, mistake, right
from solutions.{topic}.{name} import {name}

independent = "np.add(x, x)"  # TODO: the same by a function of PyTorch, SciPy or NumPy


def sample(rng, size="small"):
    """Every axis has its own length."""
    return (rng.normal(size=(1, 1) if size == "ones" else (2, 3)),)


def test_todo(yours, rng):
    """TODO: the truth that is tested, as a sentence."""
    (x,) = sample(rng)
    agree(yours(-x), {name}(-x))


@mistake("TODO: what happened, and what to do instead.")
def does_todo(x):
    return {name}(x) + 1


@right
def in_another_style(x):
    return x + x
'''

TWIN = '''"""The same in PyTorch.  TODO: what is worth noticing, in a sentence or two."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor


def {name}(x: Float[Tensor, "N D"]) -> Float[Tensor, "N D"]:
    """TODO: one line that says what it does."""
    return x * 2
'''

TWIN_HIDDEN = '''"""The known mistakes of {topic}/{name}, as people write them in PyTorch."""

from solutions.{topic}.torch.{name} import {name}


def does_todo(x):
    return {name}(x) + 1
'''

PAGE = """<!-- curriculum: 1000 -->
# {title}

TODO: the idea, in a picture or a formula.

<!-- exercises -->

## Questions, answered in a minute

## Myths
"""


def new(root: Path, exercise: str) -> list[Path]:
    """Write the files of a new exercise and return their paths; refuse a name that is taken or cannot be imported."""
    topic, _, name = exercise.partition("/")
    for part in (topic, name):
        if not part.isidentifier() or keyword.iskeyword(part) or part.startswith(("_", "test")):
            raise catalog.CatalogError(f"{exercise!r} is no name for an exercise: write topic/name, both Python identifiers")
        if part in TAKEN:
            raise catalog.CatalogError(f"{part!r} is the name of a module; an exercise of that name would hide it")
    solution, hidden = catalog.solution_file(root, exercise), catalog.hidden_file(root, exercise)
    for path in (solution, hidden):
        if path.exists():
            raise catalog.CatalogError(f"{path} exists already; nothing was written")
    names = [other for other in catalog.exercise_ids(root) if other.split("/")[1] == name]
    if names:
        raise catalog.CatalogError(f"the name {name!r} is taken by {names[0]}; names are unique in the whole kit")
    page = root / "solutions" / topic / "README.md"
    texts = {solution: SOLUTION, hidden: HIDDEN, catalog.twin_of(solution): TWIN, catalog.twin_of(hidden): TWIN_HIDDEN}
    texts |= {} if page.exists() else {page: PAGE}
    for path, text in texts.items():
        filled = text.replace("{name}", name).replace("{topic}", topic).replace("{title}", topic.replace("_", " ").capitalize())
        write(path, filled.encode())
    return list(texts)
