"""What the keys of a watch do, less what they show: each gives the lines to be shown."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from grader import catalog
from grader.learn import logbook
from grader.learn.opening import open_file
from grader.learn.standing import Standing

DRAWING = 60.0  # seconds for a picture


def hint(root: Path, one: Standing) -> tuple[logbook.Entry, tuple[str, ...]]:
    """The next hint, or once more the last one."""
    level = min(one.known.hints + 1, len(one.hints))
    known = logbook.note(root, one.id, hints=level) if level > one.known.hints else one.known
    more = "h gives a stronger one." if level < len(one.hints) else f"There is none stronger; gradlings solution {one.id}"
    return known, (f"Hint {level} of {len(one.hints)}", one.hints[level - 1], more)


def picture(root: Path, exercise: str) -> tuple[str, ...]:
    """Draw the function's results beside the reference's, and open the picture."""
    path = root / f"{exercise.split('/')[1]}.png"
    command = [sys.executable, "-P", "-m", "grader", "show", exercise, "--output", str(path)]
    null = subprocess.DEVNULL
    done = subprocess.run(command, cwd=root, stdin=null, capture_output=True, text=True, timeout=DRAWING, check=False)
    if done.returncode:
        return ("No picture", *done.stderr.strip().removeprefix("gradlings: ").splitlines())
    return ("A picture", f"It is in {path.name}{', and opened' if open_file(path) else ''}.")


def reset(root: Path, exercise: str) -> tuple[str, ...]:
    """Put the stub back, and keep what was there."""
    from grader import sync  # noqa: PLC0415  # loads all that exercises are made with

    try:
        kept = sync.reset(root, exercise)
    except catalog.CatalogError as error:
        return ("No fresh start", str(error))
    if kept is None:
        return ("A fresh start", "The file is as it was at the start.")
    return ("A fresh start", f"Your version is kept as {kept.name} in the same folder.")
