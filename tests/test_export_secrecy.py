"""Whatever students are handed holds no line of a hidden test, a known mistake or a reference."""

from __future__ import annotations

import ast
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, of_each_topic

from grader import catalog, submission
from grader.export import classroom50, github
from grader.export.wheel import wheel
from grader.platforms.settings import Settings

NAMES = catalog.exercise_ids(ROOT)
SHORTEST = 24  # characters of a line that says something
WORD = re.compile(r"\b\w")
EXPORTS: dict[str, Callable[[list[str]], Mapping[str, bytes]]] = {
    "github": lambda names: github.files(ROOT, "homework", names),
    "github-torch": lambda names: github.files(ROOT, "homework", names, "torch"),
    "classroom50": lambda names: classroom50.files(ROOT, Settings(tuple(names))),
}


def texts(files: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Every file as text: those inside of a zip too, and the strings of JSON as they are meant besides as they are written."""
    for path, content in files.items():
        if zipfile.is_zipfile(io.BytesIO(content)):
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                yield from texts({f"{path}!{name}": archive.read(name) for name in archive.namelist()})
        else:
            yield path, content.decode("utf-8", "replace")  # a font is no text, and holds no line
        if path.endswith(".json"):
            yield path, "\n".join(strings(json.loads(content)))


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for item in value.values() if isinstance(value, dict) else value:
            yield from strings(item)


def secret_lines(name: str) -> set[str]:
    """Lines of the hidden files and of what references do, from their first word on."""
    solution, hidden = catalog.solution_file(ROOT, name), catalog.hidden_file(ROOT, name)
    files = {path: written(path) for path in (solution, catalog.twin_of(solution)) if path.is_file()}
    files |= {path: submission.read(path).splitlines() for path in (hidden, catalog.twin_of(hidden)) if path.is_file()}
    found = set()
    for line in (line for lines in files.values() for line in lines):
        word = WORD.search(line)
        said = line[word.start() :].rstrip() if word else ""
        if len(said) >= SHORTEST and not said.startswith(("import ", "from ")):
            found.add(said)
    return found


def written(path: Path) -> list[str]:
    """The lines of all functions of a solution, less signatures and docstrings."""
    text, found = submission.read(path), list[str]()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            for statement in node.body[ast.get_docstring(node) is not None :]:
                found += text.splitlines()[statement.lineno - 1 : statement.end_lineno]
    return found


@cache
def public() -> str:
    """What is no secret: the kit's own modules, as everybody can read them, and statements, examples and signatures."""
    told = [line for name in NAMES for line in stated(catalog.solution_file(ROOT, name))]
    return "\n".join([*told, *(text for _, text in texts({"kit.whl": wheel().content}))])


def stated(path: Path) -> Iterator[str]:
    """Docstrings and signatures of a solution, from its syntax tree and not from the stub, which may be what leaks."""
    text = submission.read(path)
    lines, tree = text.splitlines(), ast.parse(text)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            yield from lines[node.lineno - 1 : node.body[0].lineno - 1]
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef) and ast.get_docstring(node) is not None:
            yield from lines[node.body[0].lineno - 1 : node.body[0].end_lineno]


def leaks(files: Mapping[str, bytes], secrets: set[str]) -> list[str]:
    """Where a secret line stands in what is handed out."""
    begins: dict[str, list[str]] = {}
    for line in secrets:
        begins.setdefault(line[:SHORTEST], []).append(line)
    found = []
    for path, text in texts(files):
        for word in WORD.finditer(text):
            at = word.start()
            for line in begins.get(text[at : at + SHORTEST], ()):
                if text.startswith(line, at) and line not in public():
                    found.append(f"{path}: {line}")
    return found


@pytest.mark.parametrize("export", EXPORTS)
def test_nothing_secret_is_handed_out(export: str, request: pytest.FixtureRequest) -> None:
    """Some exercises of every topic, or all with --whole."""
    names = list(NAMES) if request.config.getoption("--whole") else of_each_topic(NAMES, 1, export)
    secrets = {line for name in names for line in secret_lines(name)}
    assert len(secrets) > 20 * len(names)
    assert leaks(EXPORTS[export](names), secrets) == []


def test_the_search_finds_what_is_there() -> None:
    """The test above can fail: what a bundle for the grader holds is found in it, zipped or not."""
    name = "activations/softmax"
    secrets = secret_lines(name)
    files = classroom50.files(ROOT, Settings((name,)), hidden=True)
    found = leaks(files, secrets)
    assert {line.split(":")[0] for line in found} >= {f"course/solutions/{name}.py", f"course/grader/hidden/{name}.py"}
    said = json.dumps({"hint": f"Do it so:\n  {min(secrets)}"})
    assert leaks({"catalog.json": said.encode()}, secrets)
