"""Finds exercises and loads them.  The only module that knows the folders.

    solutions/<topic>/<name>.py         statement, ABOUT, reference
    solutions/<topic>/torch/<name>.py   the reference once more, in PyTorch, where that is natural
    grader/hidden/<topic>/<name>.py     sample, hidden tests, mistakes, other right answers
    exercises/<topic>/<name>.py         the learner's file
    exercises/catalog.json              what a copy without solutions knows of each exercise

The folders are the registry: an exercise exists because its file does.
"""

from __future__ import annotations

import importlib
import inspect
import json
import re
import sys
import types
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from grader.cases import expand
from grader.exercise import About, Example, Exercise, HiddenTest, Mistake, Right
from grader.program import played

CATALOG = "catalog.json"
SHAPE = re.compile(r"""\w+\[\w+, ["']([^"']+)["']\]""")
MAX_SOURCE = 256 * 1024
AUTHORED = (types.FunctionType, type)


class CatalogError(Exception):
    """An exercise that cannot be found or loaded; the text is one sentence that says what to do."""


def find_root(start: Path) -> Path:
    """The course that `start` lies in: the nearest folder above it with `solutions` or `exercises/catalog.json`."""
    start = start.resolve()
    for folder in [start, *start.parents]:
        if (folder / "exercises" / CATALOG).is_file() or (folder / "solutions").is_dir():
            return folder
    raise CatalogError(f"no course here: neither {start} nor a folder above it holds exercises/{CATALOG} or solutions/")


def exercise_ids(root: Path) -> tuple[str, ...]:
    """All ids, in curriculum order where the catalog gives one, new exercises last."""
    known = tuple(entry["id"] for entry in read_catalog(root).get("exercises", []))
    found = sorted(f"{path.parent.name}/{path.stem}" for path in (root / "solutions").glob("*/[!_]*.py"))
    if not found:
        return known
    return (*[name for name in known if name in found], *[name for name in found if name not in known])


def typed_name(text: str, *folders: str) -> str:
    """``topic/name`` of a path that a person types, in one of these folders; what is none stays as it is."""
    name = text.removeprefix("./")
    for folder in folders:
        name = name.removeprefix(f"{folder}/")
    return name.removesuffix(".py")


def read_catalog(root: Path) -> dict[str, Any]:
    """`exercises/catalog.json`, or an empty dict where there is none yet."""
    path = root / "exercises" / CATALOG
    if not path.is_file():
        return {}
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise CatalogError(f"{path} is not valid JSON ({error}); run `gradlings sync` to write it again") from None
    return content if isinstance(content, dict) else {}


def learner_file(root: Path, exercise: str) -> Path:
    return root / "exercises" / f"{exercise}.py"


def read_learner_file(path: Path) -> bytes:
    """The bytes of a learner's file; a missing or outsized one reads as an empty file, in which nothing is defined."""
    try:
        if not path.is_file():  # a pipe or a device may have no end
            return b""
        with path.open("rb") as file:
            content = file.read(MAX_SOURCE + 1)
    except OSError:
        return b""
    return content if len(content) <= MAX_SOURCE else b""


def solution_file(root: Path, exercise: str) -> Path:
    return root / "solutions" / f"{exercise}.py"


def hidden_file(root: Path, exercise: str) -> Path:
    return root / "grader" / "hidden" / f"{exercise}.py"


def twin_of(path: Path) -> Path:
    """Where the same stands for PyTorch: ``convolution/conv2d.py`` -> ``convolution/torch/conv2d.py``."""
    return path.parent / "torch" / path.name


def load(root: Path, exercise: str) -> Exercise:
    """The exercise with all that this copy knows of it.  Raises CatalogError."""
    if solution_file(root, exercise).is_file():
        return _from_solution(root, exercise)
    for entry in read_catalog(root).get("exercises", []):
        if entry["id"] == exercise:
            return from_entry(entry)
    near = ", ".join(name for name in exercise_ids(root) if name.split("/")[0] == exercise.split("/", maxsplit=1)[0])
    raise CatalogError(f"there is no exercise {exercise!r}" + (f"; its topic has {near}" if near else ""))


def from_entry(entry: Mapping[str, Any]) -> Exercise:
    """An exercise as a copy without solutions knows it, from its entry in `exercises/catalog.json`."""
    about = About(
        title=entry["title"],
        difficulty=entry["difficulty"],
        points=entry["points"],
        hints=tuple(entry["hints"]),
        needs=tuple(entry["needs"]),
        questions=tuple(entry["questions"]),
        forbid=tuple(entry["forbid"]),
        deadline=entry["deadline"],
        vectorised=entry["vectorised"],
        memory=entry["memory"],
        dtypes=tuple(entry["dtypes"]),
    )
    return Exercise(
        id=entry["id"],
        about=about,
        statement=entry["statement"],
        parameters=tuple(entry["parameters"]),
        plays=entry["plays"],
        returns=entry["returns"],
        examples=tuple(Example(**example) for example in entry["examples"]),
        hidden_elsewhere=entry["hidden_checks"],
    )


def _from_solution(root: Path, exercise: str) -> Exercise:
    name = exercise.split("/")[1]
    path = solution_file(root, exercise)
    module = _import(root, f"solutions.{exercise.replace('/', '.')}", path)
    reference, about = getattr(module, name, None), getattr(module, "ABOUT", None)
    if not callable(reference) or not isinstance(about, About):
        raise CatalogError(f"{path} must define ABOUT = About(...) and a function or class named {name}")
    plays = isinstance(reference, type)
    function = played(reference, name) if plays else reference
    returns = "" if plays else _shape_names(reference.__annotations__.get("return"))
    hidden = _load_hidden(root, exercise, plays)
    return Exercise(
        id=exercise,
        about=about,
        statement=(module.__doc__ or "").strip(),
        parameters=("program",) if plays else tuple(inspect.signature(reference).parameters),
        plays=plays,
        returns=returns,
        examples=parse_examples(reference.__doc__ or ""),
        reference=function,
        show=getattr(module, "show", None),
        **hidden,
    )


def _load_hidden(root: Path, exercise: str, plays: bool) -> dict[str, Any]:
    """Sample, tests, mistakes and rights of the hidden file, in the order in which they stand there."""
    path = hidden_file(root, exercise)
    if not path.is_file():
        return {}
    module = _import(root, f"grader_hidden.{exercise.replace('/', '.')}", path)
    own: list[Any] = [f for f in vars(module).values() if isinstance(f, AUTHORED) and f.__module__ == module.__name__]
    tests = [HiddenTest(*case) for f in own if f.__name__.startswith("test_") for case in expand(f)]
    name = exercise.split("/")[1]
    given = [(f, played(f, name) if plays else f) for f in own]
    return {
        "sample": getattr(module, "sample", None),
        "invariant": getattr(module, "invariant", None),
        "independent": getattr(module, "independent", ""),
        "tests": tuple(tests),
        "mistakes": tuple(Mistake(f.__name__, f.known_mistake, run) for f, run in given if "known_mistake" in vars(f)),
        "rights": tuple(Right(f.__name__, run) for f, run in given if "right_answer" in vars(f)),
    }


def _import(root: Path, name: str, path: Path) -> types.ModuleType:
    """Import an author's file under `name`; `solutions.*` resolves to the solutions of the same course."""
    packages = {"solutions": root / "solutions", "grader_hidden": root / "grader" / "hidden"}
    if any(list(getattr(sys.modules.get(key), "__path__", [])) != [str(folder)] for key, folder in packages.items()):
        for stale in [key for key in sys.modules if key.split(".")[0] in packages]:
            del sys.modules[stale]
        sys.modules.update({key: _package(key, folder) for key, folder in packages.items()})
        importlib.invalidate_caches()
    try:
        return importlib.import_module(name)
    except Exception as error:
        raise CatalogError(f"{path} cannot be imported: {type(error).__name__}: {error}") from error


def _package(name: str, folder: Path) -> types.ModuleType:
    package = types.ModuleType(name)
    package.__path__ = [str(folder)]
    return package


def _shape_names(annotation: Any) -> str:
    """``Float[Array, "N O OH OW"]`` -> ``N O OH OW``; anything else -> ``""``.  Postponed annotations are text."""
    found = SHAPE.fullmatch(annotation) if isinstance(annotation, str) else None
    return found.group(1) if found else ""


def parse_examples(docstring: str) -> tuple[Example, ...]:
    """The `>>>` blocks of a docstring; lines that print nothing are the set-up of the next one that does.

    The standard library's doctest parses the same blocks, but importing it takes as long as grading an exercise.
    """
    examples, setup = [], ""
    for source, want in _statements(inspect.cleandoc(docstring).splitlines()):
        if not want:
            setup += source
        elif want.startswith("Traceback"):
            examples.append(Example(setup + source, "", want.strip().splitlines()[-1]))
        else:
            examples.append(Example(setup + source, want.strip()))
    return tuple(examples)


def _statements(lines: Iterable[str]) -> list[tuple[str, str]]:
    """(source, printed) of each `>>>` statement with its `...` lines; what is printed ends at an empty line."""
    found: list[list[str]] = []
    printing = False
    for line in lines:
        if line.startswith(">>>"):
            found.append([line[4:] + "\n", ""])
            printing = True
        elif not line.strip():
            printing = False
        elif printing:
            part = 0 if line.startswith("...") and not found[-1][1] else 1
            found[-1][part] += (line[4:] if part == 0 else line) + "\n"
    return [(source, want) for source, want in found]


def reference_of(exercise: Exercise) -> Callable[..., Any]:
    """The reference, or a CatalogError where this copy has none."""
    if exercise.reference is None:
        raise CatalogError(f"{exercise.id} has no reference in this copy")
    return exercise.reference
