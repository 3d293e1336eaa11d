"""The notebooks that one student handed in for an assignment, under whatever names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from grader import notebooks
from grader.handed import Unreadable
from grader.reading import contents, open_plain

STAMP = "timestamp.txt"
STAMP_SIZE = 200  # bytes
OPENED = 50  # notebooks of other names that are looked into, for one that was renamed
MISSING = "It was not handed in."
NO_TIME = "It is no time such as 2026-11-20 10:00:00 UTC: nothing is known of when this was handed in."


def placed(folder: Path, wanted: Mapping[str, Iterable[str]]) -> dict[str, Path]:
    """The file of each notebook that is wanted, given the exercises in it: by its name, else by the cells that it holds."""
    files = sorted(path for path in folder.glob("*.ipynb") if path.stem not in wanted)[:OPENED]
    found = {name: path for name in wanted if (path := folder / f"{name}.ipynb").is_symlink() or path.exists()}
    for name in wanted:
        if name not in found and (renamed := next((file for file in files if _answers(file, wanted[name])), None)):
            found[name] = renamed
            files.remove(renamed)
    return found


def answer(path: Path, exercise: str) -> bytes:
    """The Python file that is graded.  Raises Unreadable."""
    if not path.is_symlink() and not path.exists():
        raise Unreadable(MISSING)
    return notebooks.answer(notebooks.cells(contents(path)), exercise)


def stamp(folder: Path) -> bytes:
    """What says when it was handed in, or nothing.  Raises Unreadable."""
    path = folder / STAMP
    if not path.is_symlink() and not path.exists():
        return b""
    with open_plain(path) as file:
        text = file.read(STAMP_SIZE + 1)
    if len(text) > STAMP_SIZE:
        raise Unreadable(NO_TIME)
    return text


def _answers(path: Path, exercises: Iterable[str]) -> bool:
    """Whether a notebook of another name answers one of these exercises."""
    try:
        cells = notebooks.cells(contents(path))
    except Unreadable:
        return False
    return bool(notebooks.exercises_in(cells, exercises))
