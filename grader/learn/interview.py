"""`gradlings interview`: questions of several topics, answered in code against the clock, in files of their own.

    interview/2026-11-28/README.md            what is asked, and until when
    interview/2026-11-28/<topic>/<name>.py    where it is answered
    interview/2026-11-28/interview.json       when it began, for how long, whether it is over
    interview/2026-11-28/result.md            what came of it, and what to say

An interview that was interrupted goes on where it was; the clock does not stop.
"""

from __future__ import annotations

import datetime
import json
import os
import select
import shutil
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from grader import catalog
from grader.learn.questions import blank, draw, fitted, spoken
from grader.learn.standing import Standing, course
from grader.phrases import count
from grader.report.files import write

FOLDER, FILE, RESULT = "interview", "interview.json", "result.md"
TICK = 0.5


class Interview(NamedTuple):
    """One mock interview.  The names but the first are those of its file."""

    folder: Path
    exercises: tuple[str, ...]
    began: float  # seconds since 1970
    minutes: float
    over: bool = False

    @property
    def ends(self) -> float:
        return self.began + 60 * self.minutes

    def save(self) -> None:
        content = {name: value for name, value in self._asdict().items() if name != "folder"}
        write(self.folder / FILE, [json.dumps(content, indent=1) + "\n"])


def interview(root: Path, number: int, minutes: float, difficulty: int, topics: Sequence[str], seed: int, finish: bool) -> int:
    """Begin one, or go on with the one that is under way; with `finish` it ends now."""
    found = under_way(root)
    if finish and found is None:
        raise catalog.CatalogError("no interview is under way; begin one: gradlings interview")
    if found is None:
        found = _begin(root, number, minutes, difficulty, topics, seed)
        asked = f"{count(len(found.exercises), 'question')}, {count(found.minutes, 'minute')}"
        print(f"{asked}. They stand in {_relative(root, found)}:\n")
    elif not finish:
        print(f"The interview in {_relative(root, found)} goes on:\n")
    if not finish:
        print("\n".join(f"  {_relative(root, found)}/{name}.py" for name in found.exercises))
        print("\nAnswer in these files. No hints, no notes, no tests: say aloud what you do.")
        if not (os.name == "posix" and sys.stdin.isatty() and sys.stdout.isatty()):
            print(f"It ends at {_clock(found.ends)}. When you are done: gradlings interview --finish")
            return 0
        if not _wait(found):
            print("\nThe clock goes on. Go on with: gradlings interview; end it with: gradlings interview --finish")
            return 130
    return _finish(root, found)


def under_way(root: Path) -> Interview | None:
    """The latest interview that is not over."""
    for path in sorted((root / FOLDER).glob(f"*/{FILE}"), reverse=True):
        found = _read(path)
        if not found.over:
            return found
    return None


def _read(path: Path) -> Interview:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        names, began, minutes = tuple(content["exercises"]), float(content["began"]), float(content["minutes"])
        if all(isinstance(name, str) for name in names):
            return Interview(path.parent, names, began, minutes, bool(content["over"]))
    except (ValueError, TypeError, KeyError, OverflowError):
        pass
    raise catalog.CatalogError(f"{path} is damaged; delete the folder {path.parent}, or keep it under another name elsewhere")


def _begin(root: Path, number: int, minutes: float, difficulty: int, topics: Sequence[str], seed: int) -> Interview:
    standings = course(root).standings
    unknown = [topic for topic in topics if topic not in {one.topic for one in standings}]
    if unknown:
        raise catalog.CatalogError(f"there is no topic {unknown[0]!r}; `gradlings progress` shows them all")
    blanks = {one.id: blank(root, one) for one in standings if not topics or one.topic in topics}
    drawn = draw([one for one in standings if blanks.get(one.id)], number, difficulty, seed)
    if not drawn:
        raise catalog.CatalogError(
            "nothing can be asked: every exercise is begun, and this copy has no solutions to make new files of"
        )
    minutes = minutes or sum((10, 20, 35)[one.difficulty - 1] for one in drawn)
    made = Interview(_free_folder(root), tuple(one.id for one in drawn), time.time(), minutes)
    for one in drawn:
        write(made.folder / f"{one.id}.py", [blanks[one.id] or ""])
    write(made.folder / "README.md", ["\n".join(_page(made, drawn)) + "\n"])
    made.save()
    return made


def _free_folder(root: Path) -> Path:
    day = datetime.date.today().isoformat()
    names = [root / FOLDER / f"{day}{(number and f'-{number}') or ''}" for number in [0, *range(2, 1000)]]
    return next(path for path in names if not path.exists())


def _page(made: Interview, drawn: Sequence[Standing]) -> list[str]:
    lines = ["# Mock interview", "", f"{count(made.minutes, 'minute')}, until {_clock(made.ends)}."]
    for number, one in enumerate(drawn, 1):
        lines += ["", f"## {number}. {one.title}", "", *[f"> {question}" for question in one.questions[:1]], ""]
        lines += [f"Answer aloud, then in code: [{one.id}.py]({one.id}.py), {count(one.points, 'point')}."]
    return lines


def _wait(found: Interview) -> bool:
    """Show the clock until it runs out or somebody presses Enter; False for Ctrl-C."""
    try:
        while (left := found.ends - time.time()) > 0:
            minutes, seconds = divmod(int(left), 60)
            print(
                f"\r\033[K{minutes}:{seconds:02} left. Enter when you are done, Ctrl-C to leave the clock running. ",
                end="",
                flush=True,
            )
            if select.select([sys.stdin], [], [], TICK)[0]:
                sys.stdin.readline()
                break
        else:
            print("\r\033[KTime is up.")
    except KeyboardInterrupt:
        return False
    print()
    return True


def _finish(root: Path, found: Interview) -> int:
    """Grade what was written, and tell what there was to say; 0 if everything is right and in time."""
    from grader.learn.live import Live  # noqa: PLC0415  # loads what grades

    here, live = course(root), Live(root)
    lines, total, most, right = list[str](), 0.0, 0, True
    try:
        for name in found.exercises:
            path = found.folder / f"{name}.py"
            source = catalog.read_learner_file(path)
            graded = live.grade(name, source or b"\n")
            late = path.stat().st_mtime - found.ends if path.is_file() else 0.0
            right = right and graded.passed and late <= 0
            total, most = total + graded.points, most + here.of(name).points
            lines += ["", f"## {here.of(name).title}", "", graded.summary, *[f"    {line}" for line in graded.told[:-1]]]
            lines += [f"    saved {count(max(round(late / 60), 1), 'minute')} after the end"] if late > 0 else []
            answers = [(question, answer) for question, answer in spoken(root, here.of(name)) if f"### {question}" not in lines]
            for question, answer in answers:
                lines += ["", f"### {question}", "", answer]
    finally:
        live.close()
    used = min(time.time(), found.ends) - found.began
    head = [
        "# What came of it",
        "",
        f"{total:g} of {count(most, 'point')}, in {used / 60:.0f} of {count(found.minutes, 'minute')}.",
    ]
    write(found.folder / RESULT, ["\n".join([*head, *lines]) + "\n"])
    found._replace(over=True).save()
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
    print("\n".join(fitted(text, width) if width else text for text in [*head, *lines]))
    print(f"\nAll of this is kept in {_relative(root, found)}/{RESULT}.")
    return 0 if right else 1


def _clock(seconds: float) -> str:
    return datetime.datetime.fromtimestamp(seconds).strftime("%H:%M")


def _relative(root: Path, found: Interview) -> str:
    return found.folder.relative_to(root).as_posix()
