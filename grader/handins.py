"""What an audit hands in for an exercise, as learners' files, each with what must become of it.

the reference, its twin in PyTorch, every other right answer      must be accepted
every known mistake, in NumPy and in PyTorch                      must be rejected, and named
every mutant of the reference and of its twin                     must be rejected, or be waived
every behaviour (right values, bad manners) and every constant    must be rejected where it can occur
"""

from __future__ import annotations

import ast
import hashlib
import importlib.util
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Literal, NamedTuple

import numpy as np

from grader import behaviours, catalog, examples, mutants, submission
from grader.exercise import Exercise
from grader.trial import sample

Kind = Literal["right", "mistake", "mutant", "behaviour"]
Backend = Literal["numpy", "torch"]


class HandIn(NamedTuple):
    """A file as a learner's, and how to call it."""

    exercise: str
    kind: Kind
    backend: Backend
    name: str
    source: str
    line: int = 0  # of a mutant, in the solution or its twin
    diff: str = ""
    waived: str = ""  # why this mutant is none


class Stale(NamedTuple):
    """A waiver that speaks of no mutant; without a text, one that cannot be read."""

    backend: Backend
    line: int
    text: str


def hand_ins(root: Path, exercise: Exercise) -> tuple[HandIn, ...]:
    """Everything that there is to hand in."""
    if exercise.sample is None or not exercise.tests:
        path = catalog.hidden_file(root, exercise.id).relative_to(root)
        raise catalog.CatalogError(f"{path} defines no sample or no test: there is nothing to audit in {exercise.id}")
    found: list[HandIn] = []
    variants = _variants(exercise)
    for backend, path in _solutions(root, exercise.id):
        reference = _written(root, exercise.id, backend)
        found += _banks(root, exercise, backend)
        found += [HandIn(exercise.id, "behaviour", backend, v.name, reference + v.tail) for v in variants]
        found += _mutants(root, exercise.id, backend, path)
    return tuple(found)


def chosen(files: Iterable[HandIn], limit: int | None = None, seed: int = 0, torch: bool = True) -> tuple[HandIn, ...]:
    """Those of the files that are graded.

    With a `limit`, so many mistakes, mutants and behaviours of each backend are drawn by `seed`, besides what is waived; right
    answers are always there.
    """
    files = [file for file in files if torch or file.backend == "numpy"]
    if limit is None:
        return tuple(files)
    drawn: list[HandIn] = []
    for kind, backend in dict.fromkeys((file.kind, file.backend) for file in files):
        alike = [file for file in files if (file.kind, file.backend) == (kind, backend)]
        drawn += alike if kind == "right" else mutants.drawn(alike, limit, f"{seed} {files[0].exercise} {kind} {backend}")
    return tuple(file for file in files if file.waived or file in drawn)


def torch_is_installed() -> bool:
    """Without it, twins are not audited."""
    return importlib.util.find_spec("torch") is not None


def solution_path(root: Path, exercise: str, backend: Backend) -> Path:
    path = catalog.solution_file(root, exercise)
    return path if backend == "numpy" else catalog.twin_of(path)


def _solutions(root: Path, exercise: str) -> list[tuple[Backend, Path]]:
    """The solution and, where there is one, its twin."""
    backends: tuple[Backend, ...] = ("numpy", "torch")
    paths = [(backend, solution_path(root, exercise, backend)) for backend in backends]
    return [(backend, path) for backend, path in paths if path.is_file()]


def _written(root: Path, exercise: str, backend: Backend, function: str = "", text: str = "") -> str:
    write = submission.standalone if backend == "numpy" else submission.twin
    return write(root, exercise, function, text)


def _banks(root: Path, exercise: Exercise, backend: Backend) -> Iterator[HandIn]:
    """The reference, other right answers and known mistakes, as far as they are written for this backend."""
    yield HandIn(exercise.id, "right", backend, "reference", _written(root, exercise.id, backend))
    if backend == "numpy":
        for right in exercise.rights:
            yield HandIn(exercise.id, "right", backend, right.name, _written(root, exercise.id, backend, right.name))
    written = {mistake.name for mistake in exercise.mistakes} if backend == "numpy" else _defined(root, exercise)
    for mistake in exercise.mistakes:
        if mistake.name in written:
            yield HandIn(exercise.id, "mistake", backend, mistake.name, _written(root, exercise.id, backend, mistake.name))


def _defined(root: Path, exercise: Exercise) -> set[str]:
    """Functions of the hidden file for PyTorch; it is read and not run, because that would import PyTorch."""
    path = catalog.twin_of(catalog.hidden_file(root, exercise.id))
    tree = submission.parse(submission.read(path), path) if path.is_file() else ast.Module([], [])
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def _variants(exercise: Exercise) -> tuple[behaviours.Variant, ...]:
    try:
        arguments = sample(exercise, np.random.default_rng(0))
    except Exception as error:
        raise catalog.CatalogError(f"sample of {exercise.id} fails: {type(error).__name__}: {error}") from error
    return tuple(behaviours.variants(exercise.name, arguments, _example_calls(exercise), exercise.plays))


def _example_calls(exercise: Exercise) -> list[tuple[tuple[Any, ...], dict[str, Any]]]:
    """The arguments with which the visible examples call the function."""
    calls: list[tuple[tuple[Any, ...], dict[str, Any]]] = []

    def recorded(*args: Any, **kwargs: Any) -> Any:
        calls.append((args, kwargs))
        return catalog.reference_of(exercise)(*args, **kwargs)

    for example in exercise.examples:
        try:
            examples.run(exercise, example, recorded)
        except Exception as error:
            if not example.raises:
                raise catalog.CatalogError(f"an example of {exercise.id} fails: {type(error).__name__}: {error}") from error
    return calls


def _mutants(root: Path, exercise: str, backend: Backend, path: Path) -> Iterator[HandIn]:
    text = submission.read(path)
    submission.parse(text, path)
    given, name = mutants.waivers(text), path.relative_to(root).as_posix()
    for mutant in mutants.mutants(text):
        waiver = mutants.waived(mutant, given)
        source = _written(root, exercise, backend, text=mutant.text)
        diff = mutants.difference(text, mutant.text, name)
        label = mutants.label(mutant.old, mutant.new)
        yield HandIn(exercise, "mutant", backend, label, source, mutant.line, diff, waiver.reason if waiver else "")


def fingerprint(root: Path, exercise: Exercise, files: Iterable[HandIn]) -> str:
    """Changes with all that there is to hand in, and with the hidden tests that judge it.

    What the rest of the engine makes of it is not in it: tests/test_audit.py grades a sample anew with every change.
    """
    paths = [catalog.hidden_file(root, exercise.id), catalog.twin_of(catalog.hidden_file(root, exercise.id))]
    parts = [submission.read(path) for path in paths if path.is_file()]
    parts += ["\n".join(file[1:5]) for file in files]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def stale_waivers(root: Path, exercise: str, files: Iterable[HandIn]) -> tuple[Stale, ...]:
    """Waivers beside a line that has no such mutant among all that there is to hand in."""
    there = {(file.backend, file.line, file.name) for file in files if file.kind == "mutant"}
    stale = []
    for backend, path in _solutions(root, exercise):
        text = submission.read(path)
        for waiver in mutants.waivers(text):
            name = mutants.label(waiver.old, waiver.new)
            if (backend, waiver.about, name) not in there:
                stale.append(Stale(backend, waiver.line, name))
        stale += [Stale(backend, line, "") for line in mutants.unreadable_waivers(text)]
    return tuple(stale)
