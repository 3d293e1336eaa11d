"""What a platform needs to grade with all checks: the kit, its settings, and a course of the exercises that are graded."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from grader import catalog, generate, submission
from grader.export.answers import Backend
from grader.export.pins import requirements
from grader.export.wheel import wheel
from grader.platforms import settings
from grader.platforms.settings import Settings
from grader.selection import weighed

REQUIREMENTS = "requirements.txt"


def files(root: Path, how: Settings, backend: Backend, hidden: bool = True) -> dict[str, bytes]:
    """Path in the bundle -> content; with `hidden`, solutions and hidden tests are in it."""
    known = handed_out(root, how)
    kit = wheel(known)
    made = {
        settings.FILE: how.text(),
        REQUIREMENTS: requirements(f"./{kit.name}", backend),
        kit.name: kit.content,
    }
    if hidden:
        made[f"{settings.COURSE}/exercises/{catalog.CATALOG}"] = known
        made |= {f"{settings.COURSE}/{path}": content for path, content in secret(root, how.exercises).items()}
    return made


def handed_out(root: Path, how: Settings) -> bytes:
    """What a student's copy knows of the exercises."""
    stubs = {f"exercises/{name}.py": submission.stub(catalog.solution_file(root, name)) for name in how.exercises}
    loaded = [weighed(catalog.load(root, name), how.points) for name in how.exercises]
    return generate.catalog_text(loaded, stubs).encode()


def secret(root: Path, exercises: Sequence[str]) -> dict[str, bytes]:
    """The solutions and hidden tests of the exercises, and the solutions that those import."""
    found: dict[str, bytes] = {}
    for name in exercises:
        hidden = catalog.hidden_file(root, name)
        if hidden.is_file():
            found[hidden.relative_to(root).as_posix()] = hidden.read_bytes()
    waiting = list(exercises)
    waiting += [f"{topic}/{name}" for text in list(found.values()) for topic, name in submission.IMPORT.findall(text.decode())]
    while waiting:
        path = catalog.solution_file(root, waiting.pop())
        place = path.relative_to(root).as_posix()
        if place not in found:
            text = submission.read(path)
            found[place] = text.encode()
            waiting += [f"{topic}/{name}" for topic, name in submission.IMPORT.findall(text)]
    return dict(sorted(found.items()))
