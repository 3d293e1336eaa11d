"""Files for a tool that compares submissions.  None is built in: Dolos, JPlag, compare50 and MOSS do it well.

All of them take an exercise's folder of single files.  Dolos: files, `-i` for what was handed out (dodona-edu/dolos,
docs/docs/running.md).  JPlag: "direct children of the root directory", single files or
directories (jplag/JPlag, docs/1.-How-to-Use-JPlag.md).  MOSS: `moss -l python -b base files...`, one file a submission unless
-d is given (the moss script's own usage text).  compare50: paths of files, `-d` for what was handed out (cs50/compare50,
docs/source/index.rst).  What was handed out lies apart, or it would count as a submission.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from grader.report.files import safe_name, write
from grader.report.gradebook import text

BASE = "base-code"  # no topic can be called that
EXERCISE = re.compile(r"[A-Za-z_]\w*/[A-Za-z_]\w*", re.ASCII)
README = """# Submissions, laid out for tools that compare them

`<topic>/<exercise>/<student>.py` is what a student handed in, `base-code/<topic>/<exercise>/` what was handed out, and
`students.csv` says which file is whose. In this folder, for the exercise `topic/name`:

    dolos run -f web -l python -i base-code/topic/name/name.py topic/name/*.py
    java -jar jplag.jar -l python3 -bc base-code/topic/name topic/name
    compare50 topic/name/*.py -d base-code/topic/name/name.py
    moss -l python -b base-code/topic/name/name.py topic/name/*.py

MOSS sends the files, and their names, to a server at Stanford; the others work on this machine.
A short exercise has few right answers: what is alike is a reason to look, and no proof.
"""


def export(folder: Path, submissions: Iterable[tuple[str, str, bytes]], handed_out: Mapping[str, bytes]) -> Iterator[Path]:
    """Write (exercise, student, source) of each submission, one at a time, below `folder`, and what was handed out.

    What lies there of an earlier export and is no longer handed in is removed; other files stay.
    """
    names: dict[str, str] = {}
    written: set[Path] = set()
    for exercise, student, source in submissions:
        names[student] = f"{safe_name(student)}.py"
        written.add(write(folder / _folder(exercise) / names[student], [source]))
        yield folder / _folder(exercise) / names[student]
    for exercise, source in handed_out.items():
        for left in set((folder / _folder(exercise)).glob("*.py")) - written:
            left.unlink()
        yield write(folder / BASE / _folder(exercise) / f"{exercise.split('/')[1]}.py", [source])
    lines = [f"{_quoted(name)},{_quoted(student)}\r\n" for student, name in sorted(names.items())]
    yield write(folder / "students.csv", ["file,student\r\n", *lines])
    yield write(folder / "README.md", [README])


def _folder(exercise: str) -> Path:
    if not EXERCISE.fullmatch(exercise):
        raise ValueError(f"{exercise!r} is not the name of an exercise")
    return Path(exercise)


def _quoted(cell: str) -> str:
    return '"' + text(cell).replace('"', '""') + '"'
