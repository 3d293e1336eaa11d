"""What the site shows, read from `exercises/`: topics with questions and myths, exercises with what a learner starts from."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from grader import catalog, submission
from grader.generate import SPOKEN, anchor, digest

PARTS = re.compile(r"^## (.+)\n", re.MULTILINE)
HEADINGS = re.compile(r"^###? (.+)\n", re.MULTILINE)
MYTHS, TABLE = "Myths", "Exercises"


class Question(NamedTuple):
    """An interview question with the answer to be said aloud, in Markdown."""

    text: str
    answer: str

    @property
    def anchor(self) -> str:
        return anchor(self.text)


class Task(NamedTuple):
    """An exercise as a page shows it."""

    entry: Mapping[str, Any]  # of exercises/catalog.json
    start: str  # the code that a learner starts from, without the statement

    @property
    def id(self) -> str:
        return str(self.entry["id"])

    @property
    def topic(self) -> str:
        return self.id.split("/")[0]

    @property
    def name(self) -> str:
        return self.id.split("/")[1]


class Topic(NamedTuple):
    """A page of `exercises/`, in its parts."""

    id: str
    title: str
    idea: str  # Markdown, as all that follows
    questions: tuple[Question, ...]
    myths: tuple[str, ...]
    tasks: tuple[Task, ...]


class Curriculum(NamedTuple):
    """Everything, in the order of the curriculum."""

    topics: tuple[Topic, ...]
    spoken_lead: str
    spoken: tuple[Question, ...]  # no code answers these

    @property
    def tasks(self) -> tuple[Task, ...]:
        return tuple(task for topic in self.topics for task in topic.tasks)

    def asked(self, question: str) -> list[Task]:
        """The exercises that answer a question."""
        return [task for task in self.tasks if question in task.entry["questions"]]


def read(root: Path) -> Curriculum:
    """Raises CatalogError where the course has no `exercises/catalog.json`, or a page is missing."""
    entries = catalog.read_catalog(root).get("exercises", [])
    if not entries:
        path = root / "exercises" / catalog.CATALOG
        raise catalog.CatalogError(f"{path} is missing: the site is made from it; run `gradlings sync` to write it")
    tasks = [Task(entry, _start(root, entry)) for entry in entries]
    names = dict.fromkeys(task.topic for task in tasks)
    topics = tuple(_topic(root, name, tuple(task for task in tasks if task.topic == name)) for name in names)
    spoken = root / "exercises" / SPOKEN
    lead, questions = _spoken(spoken.read_text(encoding="utf-8")) if spoken.is_file() else ("", ())
    return Curriculum(topics, lead, questions)


def _topic(root: Path, name: str, tasks: tuple[Task, ...]) -> Topic:
    text = submission.read(root / "exercises" / name / "README.md")
    head, *rest = PARTS.split(text)
    parts = dict(zip(rest[::2], rest[1::2], strict=True))
    title, _, idea = head.strip().partition("\n")
    myths = tuple(part.strip() for part in parts.pop(MYTHS, "").split("\n\n") if part.strip())
    parts.pop(TABLE, None)  # the site has a table of its own
    questions = tuple(question for part in parts.values() for question in _questions(part)[1])
    return Topic(name, title.removeprefix("# "), idea.strip(), questions, myths, tasks)


def _questions(text: str) -> tuple[str, tuple[Question, ...]]:
    lead, *rest = HEADINGS.split(text)
    return lead.strip(), tuple(Question(*pair) for pair in zip(rest[::2], map(str.strip, rest[1::2]), strict=True))


def _spoken(text: str) -> tuple[str, tuple[Question, ...]]:
    return _questions(text.partition("\n")[2])


def _start(root: Path, entry: Mapping[str, Any]) -> str:
    """The stub.  A file that its learner has changed is nobody else's to read, and gives way to what is known without it."""
    content = catalog.read_learner_file(catalog.learner_file(root, entry["id"]))
    if digest(content) == entry["stub"]:
        return without_statement(content.decode())
    solution = catalog.solution_file(root, entry["id"])
    return without_statement(submission.stub(solution)) if solution.is_file() else _signature(entry)


def _signature(entry: Mapping[str, Any]) -> str:
    name = entry["id"].split("/")[1]
    head = f"class {name}:\n    pass" if entry["plays"] else f"def {name}({', '.join(entry['parameters'])}):"
    body = "" if entry["plays"] else f'\n    raise NotImplementedError("write {name} here")'
    return f"import numpy as np\n\n\n{head}{body}\n"


def without_statement(stub: str) -> str:
    """The code of a stub: the statement above it stands on the page already.

    >>> without_statement('\"\"\"Add.\"\"\"\\n\\ndef add(a, b): ...\\n')
    'def add(a, b): ...\\n'
    """
    first = ast.parse(stub).body[0]
    documented = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str)
    return "".join(stub.splitlines(keepends=True)[first.end_lineno :]).lstrip("\n") if documented else stub
