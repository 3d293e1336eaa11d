"""What a learner has passed, tried and been told: one small file in the course's folder.

It is written beside what it describes and never into it, so an update of the kit does not touch it.  Exercises and facts
that this version does not know stay as they are: another version of the kit may have written them.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple

from grader.report.files import write

FILE = ".gradlings.json"
VERSION = 1


class Entry(NamedTuple):
    """What is known of one exercise.  The names are those of the file."""

    tried: int = 0  # times that something written was graded
    hints: int = 0  # how many were seen
    passed: str = ""  # digest of the file that passed last
    opened: bool = False  # its solution was read before it was passed


class Logbook(NamedTuple):
    """What is known of all exercises, and which one was graded last."""

    entries: dict[str, Entry]
    last: str = ""

    def of(self, exercise: str) -> Entry:
        return self.entries.get(exercise, Entry())


def digest(content: bytes) -> str:
    """By which a file is known again."""
    return hashlib.sha256(content).hexdigest()


def read(root: Path) -> Logbook:
    """The logbook of a course; a new one where there is none, or none that can be read."""
    return _logbook(_content(root))


def note(root: Path, exercise: str, last: bool = False, **changes: Any) -> Entry:
    """Change what is known of an exercise, and keep all the rest; `last` says that it was graded just now.

    Raises OSError where the folder cannot be written to.
    """
    with _alone(root):
        content = _content(root)
        entries = content.setdefault("exercises", {})
        before = entries[exercise] if isinstance(entries.get(exercise), dict) else {}
        entries[exercise] = before | changes
        content |= {"version": VERSION, **({"last": exercise} if last else {})}
        write(root / FILE, [json.dumps(content, indent=1, sort_keys=True) + "\n"])
    return _entry(entries[exercise])


def graded(root: Path, exercise: str, passed: str = "") -> Entry:
    """Something that was written was graded; `passed` is the digest of the file if all its checks are."""
    changes: dict[str, Any] = {"tried": read(root).of(exercise).tried + 1}
    return note(root, exercise, last=True, **changes, **({"passed": passed} if passed else {}))


def enter(root: Path, records: Iterable[Mapping[str, Any]]) -> str:
    """What a run of pytest has graded; see `grader.bench` for the records.  A part of an exercise passes nothing.

    Gives the sentence to be printed where the folder cannot be written to.
    """
    runs: dict[str, list[Mapping[str, Any]]] = {}
    for record in records:
        runs.setdefault(record["exercise"], []).append(record)
    for exercise, checks in runs.items():
        verdicts = [record["verdict"] for record in checks]
        passed = checks[0]["digest"] if verdicts == ["passed"] * checks[0]["checks"] else ""
        try:
            if set(verdicts) - {"todo", "broken"}:
                graded(root, exercise, passed)
        except OSError as error:
            return f"what was passed cannot be remembered: {error}"
    return ""


def _logbook(content: dict[str, Any]) -> Logbook:
    entries = {name: _entry(value) for name, value in content.get("exercises", {}).items() if isinstance(value, dict)}
    last = content.get("last")
    return Logbook(entries, last if isinstance(last, str) else "")


def _entry(value: dict[str, Any]) -> Entry:
    """What can be understood of it; anything else counts as not known."""
    empty = Entry()._asdict()
    return Entry(**{name: value[name] if type(value.get(name)) is type(empty[name]) else empty[name] for name in empty})


def _content(root: Path) -> dict[str, Any]:
    """What the file says.  One that says nothing sensible is put aside, and a new one is begun."""
    path = root / FILE
    try:
        content = json.loads(path.read_bytes())
        if isinstance(content, dict) and isinstance(content.get("exercises", {}), dict):
            return content
        why = "it holds something else"
    except FileNotFoundError:
        return {}
    except ValueError as error:  # no JSON, or no text
        why = str(error)
    aside = _free_name(path)
    path.replace(aside)
    print(
        f"gradlings: {FILE} cannot be read ({why}). It is kept as {aside.name}; what you have passed is not known any more, "
        "until it is graded again: gradlings watch, key a",
        file=sys.stderr,
    )
    return {}


def _free_name(path: Path) -> Path:
    names = (path.with_name(f"{path.name}.broken{number or ''}") for number in [0, *range(2, 10_000)])
    return next(name for name in names if not name.exists())


@contextmanager
def _alone(root: Path) -> Iterator[None]:
    """While one process changes the file, another one waits; where a folder cannot be locked, they take their chance."""
    try:
        import fcntl  # noqa: PLC0415  # POSIX only
    except ImportError:
        yield
        return
    folder = os.open(root, os.O_RDONLY)
    try:
        with suppress(OSError):
            fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)
