"""Whatever students are handed holds no line of a hidden test, a known mistake or a reference."""

from __future__ import annotations

import ast
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from functools import cache
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
            yield path, content.decode("utf-8")
        if path.endswith(".json"):
            yield path, "\n".join(strings(json.loads(content)))


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for item in value.values() if isinstance(value, dict) else value:
            yield from strings(item)


def secret_lines(name: str) -> set[str]:
    """Lines of the hidden files and of the references that the stub does not show, from their first word on."""
    paths = [catalog.solution_file(ROOT, name), catalog.hidden_file(ROOT, name)]
    paths += [catalog.twin_of(path) for path in paths if catalog.twin_of(path).is_file()]
    shown = submission.stub(paths[0])
    found = set()
    for path in paths:
        for line in authored(submission.read(path)):
            word = WORD.search(line)
            said = line[word.start() :].rstrip() if word else ""
            if len(said) >= SHORTEST and said not in shown:
                found.add(said)
    return found - {line for line in found if line.startswith(("import ", "from "))}


def authored(text: str) -> list[str]:
    """The lines of a file but those of ABOUT: hints and questions are for students."""
    lines = text.splitlines()
    for node in ast.parse(text).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "ABOUT":
            del lines[node.lineno - 1 : node.end_lineno]
    return lines


@cache
def kit() -> str:
    """What is no secret: the kit's own modules, as everybody can read them."""
    return "\n".join(text for _, text in texts({"kit.whl": wheel().content}))


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
                if text.startswith(line, at) and line not in kit():
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
