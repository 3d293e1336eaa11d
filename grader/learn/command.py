"""What a learner can ask for on the command line, day by day."""

from __future__ import annotations

import argparse
import shutil
import sys
import textwrap
import time
from pathlib import Path
from typing import TypeAlias

from grader import catalog
from grader.selection import chosen, known, named

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
WIDTH = 88
STATES = {"new": "new", "started": "started", "passed": "passed", "before": "passed before"}


def add(commands: Commands) -> None:
    watch = commands.add_parser("watch", help="grade what you save as soon as you save it")
    watch.add_argument("what", metavar="topic[/name]", nargs="?", default="", help="where you are, if left out")
    watch.set_defaults(command=watch_files)

    hint = commands.add_parser("hint", help="a nudge; each call gives a stronger one, three in all")
    hint.add_argument("exercise", metavar="topic/name", nargs="?", default="", help="where you are, if left out")
    hint.add_argument("--level", type=int, choices=(1, 2, 3), help="this one, and not the next one")
    hint.set_defaults(command=show_hint)

    listing = commands.add_parser("list", help="what there is, by words, topic, difficulty and state")
    listing.add_argument("words", nargs="*", metavar="WORD", help="in a name, a title or an interview question")
    listing.add_argument("--topic", default="", help="of this topic alone")
    listing.add_argument("--difficulty", type=int, choices=(1, 2, 3), help="1: a few lines, 2: needs thought, 3: a long evening")
    listing.add_argument("--state", choices=[*STATES, "open"], help="open: not passed yet; before: passed, and changed since")
    listing.set_defaults(command=list_exercises)

    following = commands.add_parser("next", help="what is next")
    following.add_argument("topic", nargs="?", default="", help="in this topic")
    following.set_defaults(command=show_next)

    progress = commands.add_parser("progress", help="how much is done, topic by topic")
    progress.set_defaults(command=show_progress)

    solution = commands.add_parser("solution", help="how an author has solved it, once you have, or give up")
    solution.add_argument("exercise", metavar="topic/name")
    solution.add_argument("--torch", action="store_true", help="in PyTorch")
    solution.set_defaults(command=show_solution)
    _add_longer(commands)

    update = commands.add_parser("update", help="the newest version of the course; what you have written stays as it is")
    update.set_defaults(command=update_course)


def _add_longer(commands: Commands) -> None:
    """What takes an evening."""
    interview = commands.add_parser("interview", help="a mock interview: questions answered in code, against the clock")
    interview.add_argument("--questions", type=_number, default=3, metavar="N", help="how many (default: 3)")
    interview.add_argument("--minutes", type=_number, default=0, metavar="M", help="default: 10, 20 or 35 a question")
    interview.add_argument("--difficulty", type=int, choices=(1, 2, 3), default=0, help="of all questions (default: mixed)")
    interview.add_argument("--topics", nargs="+", default=[], metavar="topic", help="default: all")
    interview.add_argument("--seed", type=int, help="draws the questions (default: other ones each time)")
    interview.add_argument("--finish", action="store_true", help="end the one that is under way, and grade it")
    interview.set_defaults(command=hold_interview)

    notebook = commands.add_parser("notebook", help="exercises as notebooks, with a cell that checks your answer")
    notebook.add_argument("what", nargs="+", metavar="topic[/name]")
    notebook.add_argument("--out", type=Path, metavar="FOLDER", help="inside of the course (default: notebooks)")
    notebook.add_argument("--backend", choices=["numpy", "torch"], default="numpy", help="library of the stubs (default: numpy)")
    notebook.set_defaults(command=write_notebooks)


def _number(text: str) -> int:
    number = int(text) if text.isdecimal() else 0
    if not 1 <= number <= 600:
        raise argparse.ArgumentTypeError(f"a whole number from 1 to 600 is wanted, not {text!r}")
    return number


def show_where(root: Path) -> int:
    from grader.learn import listing, standing  # noqa: PLC0415  # loaded where it is asked for, here and below

    print("\n".join(listing.where(standing.course(root))))
    return 0


def watch_files(options: argparse.Namespace) -> int:
    from grader.learn import evening  # noqa: PLC0415

    return evening.watch(_root(), options.what)


def show_hint(options: argparse.Namespace) -> int:
    from grader.learn import logbook, standing  # noqa: PLC0415

    root = _root()
    course = standing.course(root)
    one = course.of(known(root, options.exercise)) if options.exercise else standing.current(course)
    if one is None:
        print("All exercises are passed. Name one for its hints: gradlings hint topic/name")
        return 1
    last = len(one.hints)
    level = options.level or min(one.known.hints + 1, last)
    print(textwrap.fill(one.hints[level - 1], WIDTH))
    if level < last:
        print(f"\nHint {level} of {last} for {one.id}. A stronger one: gradlings hint {one.id}")
    else:
        print(f"\nHint {level} of {last} for {one.id}. There is none stronger.\nThe solution: gradlings solution {one.id}")
    if level > one.known.hints:
        logbook.note(root, one.id, hints=level)
    return 0


def list_exercises(options: argparse.Namespace) -> int:
    from grader.learn import listing, standing  # noqa: PLC0415

    root = _root()
    found = listing.find(standing.course(root).standings, options.words)
    topics = {one.topic for one in standing.course(root).standings} if options.topic else set()
    if options.topic and options.topic not in topics:
        raise catalog.CatalogError(f"there is no topic {options.topic!r}; there are {', '.join(sorted(topics))}")
    found = [one for one in found if not options.topic or one.topic == options.topic]
    found = [one for one in found if not options.difficulty or one.difficulty == options.difficulty]
    if options.state:
        found = [one for one in found if (not one.done if options.state == "open" else one.state == STATES[options.state])]
    asked = not (options.topic or options.difficulty or options.state)
    spoken = listing.spoken(root, options.words) if asked else []
    if not found and not spoken:
        print("There is no such exercise. Fewer words find more: gradlings list softmax")
        return 1
    columns = shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
    for line in listing.table(found, options.words, columns):
        print(line)
    if spoken:
        print("\n".join(["", f"Asked for without code, in exercises/{listing.SPOKEN}:", *[f"      {q}" for q in spoken]]))
    if sys.stdout.isatty():
        print(f"\n{len(found)} found.   {listing.legend()}")
    return 0


def show_next(options: argparse.Namespace) -> int:
    from grader.learn import listing, standing  # noqa: PLC0415

    course = standing.course(_root())
    if options.topic and options.topic not in {one.topic for one in course.standings}:
        raise catalog.CatalogError(f"there is no topic {options.topic!r}; `gradlings progress` shows them all")
    print("\n".join(listing.upcoming(course, options.topic)))
    return 0


def show_progress(options: argparse.Namespace) -> int:
    from grader.learn import listing, standing  # noqa: PLC0415

    print("\n".join(listing.progress(standing.course(_root()))))
    return 0


def show_solution(options: argparse.Namespace) -> int:
    from grader.learn import solution  # noqa: PLC0415

    root = _root()
    return solution.show(root, known(root, options.exercise), options.torch)


def update_course(options: argparse.Namespace) -> int:
    from grader.learn import updating  # noqa: PLC0415

    return updating.update(_root())


def hold_interview(options: argparse.Namespace) -> int:
    from grader.learn import interview  # noqa: PLC0415

    seed = time.time_ns() if options.seed is None else options.seed
    asked = options.questions, options.minutes, options.difficulty, options.topics, seed
    return interview.interview(_root(), *asked, options.finish)


def write_notebooks(options: argparse.Namespace) -> int:
    from grader.learn import practice  # noqa: PLC0415

    root = _root()
    names = chosen(root, [named(root, what) for what in options.what])
    written, kept = practice.write_all(root, options.out or root / "notebooks", names, options.backend)
    for path in kept:
        print(f"{path}: there already, left alone")
    for path in written:
        print(f"wrote {path}")
    where = options.out or Path("notebooks")
    print(f"Open them in an editor that knows notebooks, or: python -m pip install notebook && jupyter notebook {where}")
    return 0


def _root() -> Path:
    return catalog.find_root(Path.cwd())
