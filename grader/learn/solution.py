"""`gradlings solution`: how an author has solved it, for those who have, or who say that they give up."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from grader import catalog
from grader.learn import logbook
from grader.learn.standing import Standing, course


def show(root: Path, exercise: str, torch: bool = False) -> int:
    """Print it, if the exercise is passed or somebody types its name; 1 if neither."""
    path = catalog.solution_file(root, exercise)
    one = course(root).of(exercise)
    if not path.is_file():
        raise catalog.CatalogError("this copy has no solutions: your instructor has them")
    twin = catalog.twin_of(path)
    if torch and not twin.is_file():
        raise catalog.CatalogError(f"{exercise} has no solution in PyTorch; without --torch it is shown in NumPy")
    if not one.done and not one.known.opened and not _confirmed(one):
        print("It stays closed. A hint helps, and does not give it away: gradlings hint " + exercise)
        return 1
    if not one.done:
        logbook.note(root, exercise, opened=True)
    shown = twin if torch else path
    print(f"# solutions/{shown.relative_to(root / 'solutions').as_posix()}\n")
    print(shown.read_text(encoding="utf-8").rstrip())
    print("\n".join(["", *_others(root, exercise, torch, twin)]))
    return 0


def _confirmed(one: Standing) -> bool:
    """Whether somebody types the name of an exercise that is not passed yet."""
    left = len(one.hints) - one.known.hints
    more = f", and there {'is' if left == 1 else 'are'} {left} of {len(one.hints)} hints that you have not seen" if left else ""
    print(f"{one.id} is not passed yet{more}.")
    name = one.id.split("/")[1]
    print(f"To read its solution all the same, type its name, {name}: ", end="", flush=True)
    typed = sys.stdin.readline()
    if not typed.endswith("\n"):
        print()
    return typed.strip() in (name, one.id)


def _others(root: Path, exercise: str, torch: bool, twin: Path) -> Iterator[str]:
    """What else there is to read."""
    found = catalog.load(root, exercise)
    hidden = catalog.hidden_file(root, exercise)
    if found.rights and not torch:
        names = ", ".join(right.name for right in found.rights)
        yield f"# Other right answers, in {hidden.relative_to(root).as_posix()}: {names}"
    if twin.is_file() and not torch:
        yield f"# In PyTorch: gradlings solution {exercise} --torch"
    page = root / "exercises" / found.topic / "README.md"
    if page.is_file():
        yield f"# The ideas behind it, and answers to say aloud: {page.relative_to(root).as_posix()}"
