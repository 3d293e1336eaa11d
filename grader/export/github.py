"""A template repository for GitHub: exercises, and a workflow that grades every push with the checks that students may see."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from grader import catalog, generate
from grader.exercise import Exercise
from grader.export import workflow
from grader.export.answers import Backend, backend_for, file
from grader.export.pins import requirements
from grader.export.wheel import wheel
from grader.grade import checks_of
from grader.phrases import are, count
from grader.selection import weighed

NO_POINTS: Mapping[str, int] = MappingProxyType({})
VENDORED = "vendor"
OWN_OPTIONS = ("pythonpath",)  # of pytest, for the kit's own tests
README = """# {title}

{count} to write, worth {points} points. [exercises/README.md](exercises/README.md) lists them.

1. Install what they need, in a codespace (where that has been done already) or on your own machine, with Python 3.11 or newer:

   ```bash
   python -m pip install -r requirements.txt
   ```

2. Open an exercise, write the function, and have it checked:

   ```bash
   pytest exercises/{topic}
   ```

   `gradlings hint {exercise}` gives a nudge, a stronger one with `--level 2` and `--level 3`.

3. Commit and push. A minute later the page *Actions* says what was found, with a summary for each run, and an annotation at the
   line where a failure begins.

## What counts

A push is graded with the checks that you can see: the examples of the statements. {hidden} with your instructor.
The mark that counts comes from there: the files `exercises/<topic>/<name>.py` of your last commit before the deadline
are graded with all checks, and nothing else of this repository is looked at. Changing tests, the workflow or
`{vendored}/` changes no mark; your instructor sees it.

To start an exercise again: `git checkout $(git rev-list --max-parents=0 HEAD) -- exercises/{exercise}.py`
"""
IGNORED = "__pycache__/\n.pytest_cache/\n.venv/\n.DS_Store\n"
ATTRIBUTES = f"* text=auto eol=lf\n{VENDORED}/* binary\n"


def files(
    root: Path, title: str, exercises: Sequence[str], backend: Backend = "numpy", points: Mapping[str, int] = NO_POINTS
) -> dict[str, bytes]:
    """The files of a template repository.

    Parameters
    ----------
    root : the gradlings course.
    title : what the assignment is called.
    exercises : ids, in the order of the curriculum.
    backend : the library of the stubs; an exercise that PyTorch has no reference of stays in NumPy.
    points : of exercises that are worth something else than their authors say.

    Returns
    -------
    Path below the repository -> content: the same for the same exercises.  Nothing hidden is in it.
    """
    loaded = [weighed(_among(catalog.load(root, name), exercises), points) for name in exercises]
    handed_out = course(root, loaded, backend)
    kit = wheel(handed_out[f"exercises/{catalog.CATALOG}"].encode())
    vendored = f"{VENDORED}/{kit.name}"
    texts = {
        "README.md": _readme(title, loaded),
        "requirements.txt": requirements(f"./{vendored}", backend).decode(),
        "pytest.ini": _settings(root),
        ".gitignore": IGNORED,
        ".gitattributes": ATTRIBUTES,
        workflow.PATH: workflow.WORKFLOW,
        ".devcontainer/devcontainer.json": _json(_devcontainer()),
        ".vscode/settings.json": _json(EDITOR),
        **handed_out,
    }
    return {path: text.encode() for path, text in texts.items()} | {vendored: kit.content}


def course(root: Path, exercises: Sequence[Exercise], backend: Backend) -> dict[str, str]:
    """Stubs, tests, pages and catalog of some exercises."""
    stubs = {one.id: file(root, one.id, backend_for(root, one.id, backend)) for one in exercises}
    return generate.handed_out(root, list(exercises), stubs)


def _among(exercise: Exercise, exercises: Sequence[str]) -> Exercise:
    """The exercise, which names no other that is not among them."""
    needs = tuple(need for need in exercise.about.needs if need in exercises)
    return replace(exercise, about=replace(exercise.about, needs=needs))


def _readme(title: str, exercises: Sequence[Exercise]) -> str:
    hidden = sum(check.kind != "visible" for one in exercises for check in checks_of(one))
    return README.format(
        title=title,
        count=count(len(exercises), "exercise"),
        points=sum(one.about.points for one in exercises),
        topic=exercises[0].topic,
        exercise=exercises[0].id,
        hidden=f"{count(hidden, 'more check')} {are(hidden)}",
        vendored=VENDORED,
    )


def _settings(root: Path) -> str:
    """pytest's settings of the course, so that `pytest` says there what it says here."""
    path = root / "pyproject.toml"
    try:
        found: Mapping[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))["tool"]["pytest"]["ini_options"]
    except (OSError, KeyError, ValueError) as error:
        raise catalog.CatalogError(f"{path} has no settings for pytest to hand on ({type(error).__name__}: {error})") from None
    lines = [f"{name} = {_setting(value)}" for name, value in found.items() if name not in OWN_OPTIONS]
    return "\n".join(["[pytest]", *lines, ""])


def _setting(value: Any) -> str:
    return "".join(f"\n    {line}" for line in value) if isinstance(value, list) else str(value).lower()


EDITOR = {
    "python.testing.pytestArgs": ["exercises"],
    "python.testing.pytestEnabled": True,
    "python.testing.unittestEnabled": False,
}


def _devcontainer() -> dict[str, Any]:
    return {
        "name": "gradlings",
        "image": f"mcr.microsoft.com/devcontainers/python:{workflow.PYTHON}",
        "postCreateCommand": "python -m pip install -r requirements.txt",
        "customizations": {"vscode": {"extensions": ["ms-python.python"], "settings": EDITOR}},
    }


def _json(content: Mapping[str, Any]) -> str:
    return json.dumps(content, indent=2) + "\n"
