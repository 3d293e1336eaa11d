"""Collects a class's cloned repositories: of each the exercise files of one commit, and what else of it was changed.

Nothing but the files `exercises/<topic>/<name>.py` is graded.  Tests, workflow and whatever else was handed out play no part;
where they were changed, a person is told.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from grader import intake
from grader.clones import NO_CLONE, Commit, Git, History, Item
from grader.handed import Entry, IntakeError, Plan, Remark, Skipped, Unreadable, shown
from grader.phrases import count
from grader.progress import Progress
from grader.reading import TOOLS
from grader.report.files import write

FOLDER = "collected"  # below the results: what is graded, to be looked at
# What is handed out besides exercises; a slash stands for everything right in that folder.
WATCHED = (".github/workflows/", "vendor/", "requirements.txt", "pytest.ini", "exercises/catalog.json")
# What pytest would read, had somebody added it.
READ_BY_PYTEST = ("conftest.py", "exercises/conftest.py", "pyproject.toml", "tox.ini", "setup.cfg", ".pytest.ini", "pytest.toml")
OTHER = "Other than handed out, and without effect here"
SEVERAL = 3  # repositories, from which on something is said of all
EARLY = "Nothing was committed before the deadline."
CUT_OFF = "It is a shallow clone, in which nothing was committed before the deadline: clone it again, without --depth."
UNTOLD = (
    "It is a shallow clone, and so it cannot be told what was changed in it: clone it again without --depth, or give --template."
)
OWN_WORD = (
    "When something was committed is what the student's own machine says, and a forced push leaves no trace of what was there "
    "before. Where that matters, look at the pushes on GitHub, under Activity."
)
BY_HAND = "Its commit before the deadline builds on one that says it was made after it: look at the dates on GitHub."


class Wanted(NamedTuple):
    """What is to be collected."""

    exercises: Sequence[str]
    before: datetime | None = None  # the deadline
    template: Path | None = None  # what was handed out; each repository's own first commit where there is none

    @property
    def watched(self) -> list[str]:
        topics = dict.fromkeys(name.split("/")[0] for name in self.exercises)
        ours = [f"exercises/{topic}/{name}" for topic in topics for name in (f"test_{topic}.py", "conftest.py")]
        return [*WATCHED, *READ_BY_PYTEST, *ours]


def moment(text: str) -> datetime:
    """A deadline as a person types it, in this machine's time unless it names another.  Raises IntakeError."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or len(text) <= len("2026-11-20"):
        raise IntakeError(f"--before needs a day and a time, such as 2026-11-20T23:59 or 2026-11-20T23:59+01:00, not {text!r}")
    return found if found.tzinfo else found.astimezone()


def plan(folder: Path, out: Path, wanted: Wanted, roster: Path | None = None) -> Plan:
    """What will be graded of the repositories in a folder, with a remark for everything that a person should look at.

    Raises IntakeError; what is in a repository never raises.
    """
    if not folder.is_dir():
        raise IntakeError(f"{folder} is no folder of cloned repositories")
    if wanted.template and not wanted.template.is_dir():
        raise IntakeError(f"the template {wanted.template} is no folder")
    with os.scandir(folder) as found:
        names = sorted(item.name for item in found if item.is_dir(follow_symlinks=False) and not item.name.startswith("."))
    if folder.resolve() == (out / FOLDER).resolve():
        raise IntakeError(f"what is graded would be written into the repositories in {folder}: choose another --out")
    remarks = [Remark("every repository", OWN_WORD)] if wanted.before else []
    entries, progress = list[Entry](), Progress(len(names))
    changed: dict[str, list[str]] = {}
    with Git() as git:
        for name in names:
            entries += _repository(git, folder / name, out / FOLDER, wanted, remarks, changed)
            progress.add(1)
    progress.close()
    if not any(entry.problem != NO_CLONE for entry in entries):
        raise IntakeError(f"there are no cloned repositories in {folder}")
    made = intake.plan_of(entries, wanted.exercises, roster=roster)
    skipped = [Skipped(one.where, one.reason) for one in made.skipped if one.reason != TOOLS]
    return made._replace(skipped=tuple(skipped), remarks=(*made.remarks, *remarks, *_tampered(changed)))


def _tampered(changed: Mapping[str, Sequence[str]]) -> list[Remark]:
    """Who changed what; what is so in every repository was not done by students, and is told once."""
    common = set.intersection(*map(set, changed.values())) if len(changed) >= SEVERAL else set()
    told = {"every repository": sorted(common)} if common else {}
    told |= {shown(name): [each for each in its if each not in common] for name, its in changed.items()}
    return [Remark(name, f"{OTHER}: {', '.join(its)}.") for name, its in told.items() if its]


def _repository(
    git: Git, clone: Path, kept: Path, wanted: Wanted, remarks: list[Remark], changed: dict[str, list[str]]
) -> list[Entry]:
    """The files of one repository, written down; a line for each that cannot be."""
    here = Entry((clone.name, ".git"), clone, problem=TOOLS)  # by it, an intake knows a clone
    paths = [f"exercises/{name}.py" for name in wanted.exercises]
    for path in paths:
        (kept / clone.name / path).unlink(missing_ok=True)  # of an earlier deadline
    try:
        history = git.history(clone)
        commit, said = _chosen(history, wanted.before)
        items = git.items(clone, commit.name, paths)
        if wanted.template or history.whole:
            changed[clone.name] = _changed(git, clone, commit, history.commits[-1], wanted)
        else:
            said.append(UNTOLD)
    except Unreadable as error:
        return [here._replace(problem=str(error))]
    remarks += [Remark(shown(clone.name), text) for text in said]
    return [here, *[_file(git, clone, kept, path, items[path]) for path in paths if path in items]]


def _file(git: Git, clone: Path, kept: Path, path: str, item: Item) -> Entry:
    place = (clone.name, *path.split("/"))
    try:
        return Entry(place, write(kept.joinpath(*place), [git.content(clone, item)]))
    except Unreadable as error:
        return Entry(place, clone, problem=str(error))


def _chosen(history: History, before: datetime | None) -> tuple[Commit, list[str]]:
    """The last commit before the deadline, and what is odd about it.  Raises Unreadable."""
    commits = history.commits
    if before is None:
        return commits[0], []
    until = before.timestamp()
    place = next((place for place, commit in enumerate(commits) if commit.when <= until), None)
    if place is None:
        raise Unreadable(EARLY if history.whole else CUT_OFF)
    said = [f"{count(place, 'commit')} after the deadline {'is' if place == 1 else 'are'} left out."] if place else []
    return commits[place], said + [BY_HAND] * any(commit.when > until for commit in commits[place:])


def _changed(git: Git, clone: Path, commit: Commit, first: Commit, wanted: Wanted) -> list[str]:
    """Files that were handed out and are other now, gone or new."""
    now = {path: item.name for path, item in git.items(clone, commit.name, wanted.watched).items()}
    if wanted.template:
        before = _handed_out(wanted.template, wanted.watched)
    else:
        before = {path: item.name for path, item in git.items(clone, first.name, wanted.watched).items()}
    told = {path: _what(before, now, path) for path in sorted(before.keys() | now.keys())}
    return [f"{shown(path)} ({what})" for path, what in told.items() if what]


def _what(before: Mapping[str, str], now: Mapping[str, str], path: str) -> str:
    if before.get(path) == now.get(path):
        return ""
    return "gone" if path not in now else "new" if path not in before else "changed"


def _handed_out(template: Path, watched: Sequence[str]) -> dict[str, str]:
    """What git calls the files of a folder."""
    files = [
        path for name in watched for path in (sorted((template / name).glob("*")) if name.endswith("/") else [template / name])
    ]
    found = {}
    for path in files:
        if path.is_file():
            content = path.read_bytes()
            digest = hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False)
            found[path.relative_to(template).as_posix()] = digest.hexdigest()
    return found
