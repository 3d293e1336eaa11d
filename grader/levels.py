"""Whose every file is: where the students' folders begin, and what their names say.

A name that a platform gives counts only where the platform puts it, at the top: what a student calls a file below that may look
like the name of another student.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from grader import lms
from grader.archives import member_contents
from grader.handed import Entry, Owner, Remark, Unreadable, place
from grader.reading import GRADED, contents, problem_of, suffix_of
from grader.recognise import ending, named, stem_of

NOBODY = "Nothing says whose it is: put it in a folder that is named after its student, or give --pattern."
OUTSIDE = "It lies outside of submitted/, where nbgrader keeps what students hand in."
SUBMITTED = "submitted"
WRAPPED = 3
# A folder that holds such folders is one student's.
OF_ONE = frozenset("src lib tests test exercises notebooks data docs code solution solutions".split())


class Owned(NamedTuple):
    """A file, whose it is, and where it lies below what is theirs."""

    entry: Entry
    owners: tuple[Owner, ...]  # several for a group, none where nothing says whose
    below: tuple[str, ...]
    download: tuple[str, ...] = ()  # what lies around the students' folders: same names there are different students
    exercise: str = ""  # what it is for, where that is known already


def owned(entries: Sequence[Entry], exercises: Sequence[str]) -> tuple[list[Owned], list[Remark]]:
    """The owner of every file, and what was assumed to find them."""
    depth, remarks = 0, list[Remark]()
    topics = {exercise.split("/")[0] for exercise in exercises} | OF_ONE
    outside: list[Owned] = []
    for _ in range(WRAPPED):
        if {SUBMITTED} <= _tops(entries, depth, folders=True):
            outside += [Owned(_refused(e), (), e.parts[depth:]) for e in entries if e.parts[depth] != SUBMITTED]
            entries = [entry for entry in entries if entry.parts[depth] == SUBMITTED]
        elif not _wraps(entries, depth, topics):
            break
        remarks += [
            Remark(place(top), "It is taken for the folder of a class, not of a student.") for top in _around(entries, depth)
        ]
        depth += 1
        outside += [Owned(_refused(entry), (), entry.parts[-1:]) for entry in entries if len(entry.parts) == depth]
        entries = [entry for entry in entries if len(entry.parts) > depth]
    level = _Level(entries, depth, exercises)
    return outside + [level.owned(entry) for entry in entries], remarks


def _refused(entry: Entry) -> Entry:
    return entry._replace(problem=entry.problem or OUTSIDE)


def _around(entries: Iterable[Entry], depth: int) -> list[tuple[str, ...]]:
    return list(dict.fromkeys(entry.parts[: depth + 1] for entry in entries if entry.parts[depth] != SUBMITTED))


def _tops(entries: Iterable[Entry], depth: int, folders: bool = False) -> set[str]:
    return {entry.parts[depth] for entry in entries if len(entry.parts) > depth + folders}


def _wraps(entries: Sequence[Entry], depth: int, of_one: Iterable[str]) -> bool:
    """Whether what lies here are not students' folders but folders, or archives, of students' folders."""
    tops = _tops(entries, depth, folders=True)
    loose = [entry for entry in entries if len(entry.parts) == depth + 1 and not entry.problem]
    exported = any(entry.parts[depth:] == (lms.METADATA,) for entry in entries)
    if not tops or loose or exported or any(lms.owner(top) for top in tops):
        return False
    if _downloads(entries, depth):
        return True
    folders = _tops(entries, depth + 1, folders=True)
    direct = [entry.parts[-1] for entry in entries if len(entry.parts) == depth + 2]
    if len(tops) > 1 or any(not problem_of(name) for name in direct):
        return False
    if SUBMITTED in folders or next(iter(tops)).endswith("-submissions"):
        return True
    if len(folders) == 1:
        return _downloads(entries, depth + 1)
    return len(folders) > 1 and ".git" not in direct and folders.isdisjoint(of_one)


def _downloads(entries: Iterable[Entry], depth: int) -> bool:
    """Whether everything here holds what a platform has named."""
    inner: dict[str, set[str]] = {}
    for entry in entries:
        if len(entry.parts) > depth + 1:
            inner.setdefault(entry.parts[depth], set()).add(entry.parts[depth + 1])
    return bool(inner) and all(any(name == lms.METADATA or lms.owner(name) for name in names) for names in inner.values())


class _Level:
    """The place where the students' folders, archives and files lie side by side."""

    def __init__(self, entries: Sequence[Entry], depth: int, exercises: Sequence[str]) -> None:
        self.depth, self.exercises = depth, exercises
        self.exported: dict[tuple[str, ...], dict[str, tuple[Owner, ...]]] = {}
        for entry in entries:
            if entry.parts[depth:] == (lms.METADATA,):
                self.exported[entry.parts[:depth]] = _exported(entry)
        clones = {entry.parts[:-1] for entry in entries if entry.parts[-1] == ".git" and len(entry.parts) == depth + 2}
        self.prefix = _prefix([clone[-1] for clone in clones])
        self.clones = clones

    def owned(self, entry: Entry) -> Owned:
        around, parts = entry.parts[: self.depth], entry.parts[self.depth :]
        first, below = parts[0], parts[1:]
        if exported := self.exported.get(around, {}).get(first):
            return Owned(entry, exported, below or parts, around)
        if found := lms.owner(first):
            return Owned(entry, (found,), below or (found.rest or first,), around)
        if below:
            return Owned(entry, (self._folder(entry.parts[: self.depth + 1], first),), below, around)
        return self._loose(entry, first, around)

    def _folder(self, here: tuple[str, ...], name: str) -> Owner:
        name = name.removesuffix(".zip")
        # GitHub Classroom names a repository after the assignment and its student, and the folder of all after the assignment.
        above = here[-2].removesuffix("submissions") if len(here) > 1 and here[-2].endswith("-submissions") else ""
        prefix = above or (self.prefix if here in self.clones else "")
        after = [name[hyphen.end() :] for hyphen in re.finditer("-", name)] if prefix or here in self.clones else []
        if prefix and name.startswith(prefix) and name != prefix:
            # Where two names begin alike too, mary-ann and mary-sue, a roster knows better.
            short = name.removeprefix(prefix)
            return Owner(short, ids=(name, *(longer for longer in after if len(longer) > len(short))))
        # A single clone, or clones of several assignments: a roster may know what follows one of the hyphens.
        return Owner(name, ids=(name, *after))

    def _loose(self, entry: Entry, name: str, around: tuple[str, ...]) -> Owned:
        """A file that lies beside the students' folders: its name must say all."""
        stem = stem_of(name)
        if entry.problem or suffix_of(name) not in GRADED or named((name,), self.exercises):
            return Owned(entry._replace(problem=entry.problem or NOBODY), (), (name,), around)
        ends = ending((name,), self.exercises)
        of = next((exercise.split("/")[1] for exercise in ends), "")
        student = stem.removesuffix(of) if of else _without_front(stem, self.exercises)
        return Owned(entry, (Owner(student.strip("-_. ") or stem),), (name,), around)


def _without_front(stem: str, exercises: Sequence[str]) -> str:
    """``conv2d_ada`` -> ``ada``: which exercise it is, is looked up in its text."""
    fronts = [name for e in exercises if re.match(rf"{re.escape(name := e.split('/')[1])}[\W_]", stem)]
    return stem[len(max(fronts, key=len)) :] if fronts else stem


def _prefix(names: Sequence[str]) -> str:
    """What the names of several cloned repositories begin with, up to a hyphen."""
    front, hyphen, _ = os.path.commonprefix(list(names)).rpartition("-") if len(names) > 1 else ("", "", "")  # noqa: RUF071  # names, not paths
    return front + hyphen


def _exported(entry: Entry) -> dict[str, tuple[Owner, ...]]:
    try:
        return lms.gradescope(member_contents(entry.path, entry.member) if entry.member else contents(entry.path))
    except Unreadable:
        return {}
