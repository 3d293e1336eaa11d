"""What a class handed in, as it comes: `plan` says what will be graded and what will not, `source` gives what is graded.

A folder for each student, zips, single files, notebooks, what a learning platform lets an instructor download, cloned
repositories.  All of it was written by others: nothing of it is run, parsed as Python, followed or unpacked to disk here, and no
file of it stops the others.  What is read is forgotten again: a plan holds names and digests only.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from grader import notebooks, reading, recognise
from grader import roster as rosters
from grader.archives import member_contents, members
from grader.handed import Entry, IntakeError, Owner, Plan, Remark, Skipped, Submission, Unreadable, place, plain
from grader.levels import Owned, owned
from grader.patterns import Pattern
from grader.planpage import plan_text
from grader.settle import Find, settle

__all__ = ["IntakeError", "Plan", "Remark", "Skipped", "Submission", "Unreadable", "plan", "plan_text", "source"]

FILES = 1000  # of one student that are opened: each may take a second
NOTHING = "It answers no exercise that is graded: neither its name nor what it defines is one of them."
UNFIT = "Its place does not fit the pattern."
MANY = f"It is one of more than {FILES:,} files of one student."


def plan(folder: Path, exercises: Sequence[str], pattern: str = "", roster: Path | None = None) -> Plan:
    """What will be graded of what lies in `folder`, and of every other file why it will not.

    Parameters
    ----------
    folder : a folder, or a zip.
    exercises : ids, ``topic/name``, of what is graded.
    pattern : where student and exercise stand in a path, see `grader.patterns`; found out if empty.
    roster : a CSV of the class, see `grader.roster`.

    Returns
    -------
    The plan.  What it tells was true when it was made: `source` refuses a file that has changed since.

    Raises
    ------
    IntakeError
        If the folder, the pattern or the roster makes no sense; what a student handed in never raises.
    """
    return plan_of(_entries(folder), exercises, pattern, roster)


def plan_of(found: Iterable[Entry], exercises: Sequence[str], pattern: str = "", roster: Path | None = None) -> Plan:
    """The same of files that somebody else has found."""
    known = rosters.read(roster) if roster else None
    fits = Pattern(pattern, exercises) if pattern else None
    files, remarks = _by_pattern(found, fits) if fits else owned(list(found), exercises)
    keys = _keys(files, known, remarks)
    skipped = [Skipped(place(file.entry.parts), file.entry.problem) for file in files if file.entry.problem]
    finds = _all_finds(_consumed(files), exercises, keys, skipped, remarks)
    submissions, beaten = settle(finds)
    enrolled = known.students if known else ()
    if known:
        strangers = sorted({one.student for one in submissions} - {one.key for one in enrolled})
        remarks += [Remark(student, "Nobody of this name is on the roster.") for student in strangers]
    return Plan(tuple(submissions), tuple(sorted({*skipped, *beaten})), tuple(dict.fromkeys(remarks)), enrolled)


def of_one(entries: Iterable[Entry], exercises: Sequence[str]) -> Plan:
    """The same of files that are all of one student, who has no name here."""
    files = [Owned(entry, (Owner(""),), entry.parts) for entry in entries]
    skipped = [Skipped(place(file.entry.parts), file.entry.problem) for file in files if file.entry.problem]
    remarks: list[Remark] = []
    submissions, beaten = settle(_all_finds(files, exercises, lambda file, owner: "", skipped, remarks))
    return Plan(tuple(submissions), tuple(sorted({*skipped, *beaten})), tuple(dict.fromkeys(remarks)))


def source(submission: Submission) -> bytes:
    """What is graded: a Python file as it is, a notebook's answer as one file.

    Raises Unreadable, with one sentence, where it is no longer what the plan was made of.
    """
    path = Path(submission.path)
    content = _content(path, submission.member)
    if reading.suffix_of(submission.member or path.name) == ".ipynb":
        content = notebooks.answer(notebooks.cells(content), submission.exercise)
    if _digest(content) != submission.digest:
        raise Unreadable("It has changed since the plan was made.")
    return content


def _consumed(files: list[Owned]) -> Iterator[Owned]:
    """One after the other, and each is forgotten: of a large class only what is graded is kept."""
    files.reverse()
    while files:
        yield files.pop()


def _entries(folder: Path) -> Iterator[Entry]:
    if not folder.is_dir() and reading.suffix_of(folder.name) != ".zip":
        raise IntakeError(f"{folder} is neither a folder nor a zip")
    for entry in [Entry((), folder)] if not folder.is_dir() else reading.on_disk(folder):
        if entry.problem or (entry.parts and reading.suffix_of(entry.parts[-1]) != ".zip"):
            yield entry
        else:
            for member in members(entry.path, entry.parts):
                if not member.parts:
                    raise IntakeError(f"{folder} cannot be graded: {member.problem[0].lower()}{member.problem[1:].rstrip('.')}")
                yield member


def _by_pattern(entries: Iterable[Entry], pattern: Pattern) -> tuple[list[Owned], list[Remark]]:
    files, example, fitting = list[Owned](), "", 0
    for entry in entries:
        found = pattern.match(entry.parts)
        if entry.problem or not found:
            example = example or ("" if entry.problem else place(entry.parts))
            files.append(Owned(entry._replace(problem=entry.problem or UNFIT), (), entry.parts))
        else:
            fitting += 1
            files.append(Owned(entry, (Owner(found.student),), entry.parts, exercise=found.exercise))
    if example and not fitting:
        raise IntakeError(f'the pattern "{pattern.text}" fits no file, {example} for example')
    return files, []


def _keys(files: Iterable[Owned], known: rosters.Roster | None, remarks: list[Remark]) -> Callable[[Owned, Owner], str]:
    """From an owner to the key in the gradebook; two students of one name are told apart by their numbers."""

    def scope(file: Owned, owner: Owner) -> tuple[tuple[str, ...], str]:
        # Canvas numbers its people, Moodle those of one assignment.
        return () if owner.platform == "Canvas" else file.download, plain(owner.name)

    numbers: dict[tuple[tuple[str, ...], str], set[str]] = {}
    for file in files:
        for owner in file.owners:
            numbers.setdefault(scope(file, owner), set()).add(owner.number)
    same = {key: found for key, found in numbers.items() if len(found) > 1}
    for _, name in same:
        remarks.append(Remark(name, "Several students have this name: the number of each is added to it."))

    def key(file: Owned, owner: Owner) -> str:
        name = plain(owner.name) or "?"
        if scope(file, owner) in same:
            numbered = f"{name} ({owner.number})"
            return (known.key(owner._replace(name=numbered)) if known else "") or numbered
        return (known.key(owner) if known else "") or name

    return key


def _all_finds(
    files: Iterable[Owned],
    exercises: Sequence[str],
    key: Callable[[Owned, Owner], str],
    skipped: list[Skipped],
    remarks: list[Remark],
) -> list[Find]:
    """The exercises that all files answer; what answers none is skipped."""
    finds: list[Find] = []
    opened: Counter[tuple[str, ...]] = Counter()
    for file in files:
        if file.entry.problem:
            continue
        names = tuple(owner.name for owner in file.owners)
        opened[names] += 1
        try:
            if opened[names] > FILES:
                raise Unreadable(MANY)
            finds += _finds(file, exercises, key, remarks)
        except Unreadable as error:
            skipped.append(Skipped(place(file.entry.parts), str(error)))
    return finds


def _finds(file: Owned, exercises: Sequence[str], key: Callable[[Owned, Owner], str], remarks: list[Remark]) -> list[Find]:
    """The exercises that one file answers.  Raises Unreadable."""
    entry, where = file.entry, place(file.entry.parts)
    content = _content(entry.path, entry.member)
    answers = _answers(file, content, exercises)
    if not content.strip():
        remarks.append(Remark(where, "It is empty, and graded as it is."))
    order = max((owner.order for owner in file.owners), default=0)
    return [
        Find(
            Submission(key(file, owner), exercise, str(entry.path), entry.member, digest), strength, order, len(file.below), where
        )
        for owner in file.owners
        for exercise, strength, digest in answers
    ]


def _answers(file: Owned, content: bytes, exercises: Sequence[str]) -> list[tuple[str, int, str]]:
    """(exercise, how sure, digest of what is graded) for each exercise of a file."""
    cells = notebooks.cells(content) if reading.suffix_of(file.below[-1]) == ".ipynb" else None
    if file.exercise:
        found = [recognise.Belongs(file.exercise, recognise.EXACT)]
    elif cells is None:
        found = recognise.belongs(file.below, content, exercises)
    else:
        found = [recognise.Belongs(exercise, recognise.DEFINES) for exercise in notebooks.exercises_in(cells, exercises)]
        found = found or recognise.belongs(file.below, b"", exercises)
    if not found or (problem := recognise.unclear(found)):
        raise Unreadable(problem if found else NOTHING)
    return [
        (one.exercise, one.strength, _digest(content if cells is None else notebooks.answer(cells, one.exercise)))
        for one in found
    ]


def _content(path: Path, member: str) -> bytes:
    return member_contents(path, member) if member else reading.contents(path)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
