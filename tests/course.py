"""Copies of the course in a temporary folder, and pytest run in them as a learner runs it."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

from conftest import ROOT

from grader import catalog, generate, submission
from grader.sync import write


@dataclass(frozen=True)
class Course:
    """A folder with exercises, solutions and hidden tests of its own."""

    root: Path

    def hand_in(self, exercise: str, source: str) -> None:
        write(catalog.learner_file(self.root, exercise), source.encode())

    def hand_in_function(self, exercise: str, function: str) -> None:
        """A known mistake, another right answer or, by the exercise's own name, the reference, as a learner's file."""
        self.hand_in(exercise, submission.standalone(ROOT, exercise, function))

    def copy_reference(self, exercise: str) -> None:
        """The solution's text over the stub, less the two things that only an author has: ABOUT and its import."""
        text = catalog.solution_file(ROOT, exercise).read_text(encoding="utf-8")
        lines = text.splitlines(keepends=True)
        for node in reversed(ast.parse(text).body):
            about = isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "ABOUT"
            if about or (isinstance(node, ast.ImportFrom) and (node.module or "").startswith("grader")):
                del lines[node.lineno - 1 : node.end_lineno]
        self.hand_in(exercise, "".join(lines))

    def pytest(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return run([sys.executable, "-m", "pytest", *arguments], self.root, environment)

    def junit(self, *arguments: str) -> dict[str, list[ElementTree.Element]]:
        """Test cases by exercise name, after a run with --junitxml."""
        self.pytest(*arguments, "--junitxml=report.xml")
        cases: dict[str, list[ElementTree.Element]] = {}
        for case in ElementTree.parse(self.root / "report.xml").iter("testcase"):
            cases.setdefault(case.attrib["name"].split("[")[0].removeprefix("test_"), []).append(case)
        return cases


def run(command: list[str], folder: Path, environment: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "COV_"))}
    return subprocess.run(
        command, cwd=folder, env=clean | (environment or {}), capture_output=True, text=True, timeout=300, check=False
    )


def copy_course(folder: Path) -> Course:
    """The course as it was generated: every stub unwritten."""
    shutil.copy(ROOT / "pyproject.toml", folder)
    for tree in ("solutions", "grader/hidden"):
        shutil.copytree(ROOT / tree, folder / tree, ignore=shutil.ignore_patterns("__pycache__"))
    for path, text in _generated().items():
        write(folder / path, text.encode())
    return Course(folder)


@cache
def _generated() -> dict[str, str]:
    return generate.files(ROOT)


def student_course(folder: Path) -> Course:
    """What a student gets: exercises alone."""
    course = copy_course(folder)
    for tree in ("solutions", "grader"):
        shutil.rmtree(folder / tree)
    return course


def linked_course(folder: Path, student: bool = False) -> Course:
    """The same in a moment, for tests that change exercises alone: what an author writes is linked, or left out for a student."""
    shutil.copy(ROOT / "pyproject.toml", folder)
    shutil.copytree(ROOT / "exercises", folder / "exercises", ignore=shutil.ignore_patterns("__pycache__", "*.mine*"))
    for tree in () if student else ("solutions", "grader/hidden"):
        (folder / tree).parent.mkdir(exist_ok=True)
        (folder / tree).symlink_to(ROOT / tree)
    return Course(folder)


def part_of_course(folder: Path, exercises: Sequence[str], deadline: float) -> Path:
    """A course of some exercises that waits for none of them for long."""
    folder.mkdir(exist_ok=True)
    shutil.copy(ROOT / "pyproject.toml", folder)
    for exercise in exercises:
        for tree in (f"solutions/{exercise}.py", f"grader/hidden/{exercise}.py"):
            text = (ROOT / tree).read_text(encoding="utf-8")
            write(folder / tree, text.replace("    points=", f"    deadline={deadline},\n    points=", 1).encode())
    return folder
