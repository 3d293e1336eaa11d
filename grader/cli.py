"""The command line, `gradlings <command>`.  Each command is a door to work done elsewhere."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeAlias

import grader
from grader import catalog
from grader.export import command as exporting
from grader.learn import command as learning
from grader.selection import known
from grader.site import command as site

Command = Callable[[argparse.Namespace], int]
Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; 0 if it did what was asked, 1 if something is not in order, 2 if the arguments make no sense."""
    made = parser()
    options = made.parse_args(arguments)
    command: Command = getattr(options, "command", partial(show_where, made))
    try:
        status = command(options)
        sys.stdout.flush()
        return status
    except KeyboardInterrupt:
        print("gradlings: interrupted", file=sys.stderr)
        return 130
    except BrokenPipeError:  # the reader has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 0
    except (catalog.CatalogError, OSError) as error:
        print(f"gradlings: {error}", file=sys.stderr)
        return 1


def parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="gradlings",
        description="Exercises are graded with pytest: pytest exercises/convolution. These commands do the rest.",
    )
    parser.add_argument("--version", action="version", version=f"gradlings {grader.__version__}")
    commands = parser.add_subparsers(title="commands", metavar="command")

    _for_learners(commands)
    _for_instructors(commands)
    _for_authors(commands)
    return parser


def _for_learners(commands: Commands) -> None:
    learning.add(commands)

    reset = commands.add_parser("reset", help="start an exercise again; your version is kept beside it")
    reset.add_argument("exercise", metavar="topic/name")
    reset.set_defaults(command=reset_exercise)

    show = commands.add_parser("show", help="draw what your function gives, beside the reference")
    show.add_argument("exercise", metavar="topic/name", nargs="?", default="", help="what can be drawn, if left out")
    show.add_argument("--output", type=Path, metavar="FILE", help="the picture (default: <name>.png in this folder)")
    show.add_argument("--reference", action="store_true", help="the reference in place of your function")
    show.set_defaults(command=show_picture)

    doctor = commands.add_parser("doctor", help="what is installed here, and how learners' code is confined")
    doctor.set_defaults(command=show_doctor)
    site.add(commands)


def _for_instructors(commands: Commands) -> None:
    grade = commands.add_parser("grade", help="for instructors: grade a class, and write its marks and reports")
    what = grade.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "submissions", type=Path, nargs="?", metavar="FOLDER", help="what was handed in: folders, zips, files, notebooks"
    )
    what.add_argument("--nbgrader", type=Path, metavar="COURSE", help="what nbgrader collected; its gradebook is filled")
    what.add_argument("--github", type=Path, metavar="FOLDER", help="cloned repositories: the exercises of their last commits")
    grade.add_argument(
        "--before", default="", metavar="WHEN", help="with --github: a deadline, 2026-11-20T23:59, by the dates that commits bear"
    )
    grade.add_argument(
        "--template", type=Path, metavar="FOLDER", help="with --github: what was handed out, to see what was changed"
    )
    grade.add_argument("--assignment", default="", metavar="NAME", help="with --nbgrader: the assignment")
    grade.add_argument("--out", type=Path, metavar="FOLDER", help="where results and reports are written")
    grade.add_argument("--exercises", nargs="+", default=[], metavar="topic[/name]", help="what is graded (default: everything)")
    grade.add_argument(
        "--points", nargs="+", default=[], metavar="topic[/name]=N", help="what they are worth, where it is another"
    )
    grade.add_argument("--pattern", default="", help='where guessing is wrong, for instance "{student}/hw1/{name}.py"')
    grade.add_argument("--roster", type=Path, metavar="CSV", help="the students of the class, and what else they are called")
    grade.add_argument("--seed", type=int, default=0, help="draws the hidden inputs")
    grade.add_argument("--jobs", type=_positive, default=os.cpu_count() or 1, metavar="N", help="processes (default: all cores)")
    grade.add_argument("--cluster", default="", metavar="ADDRESS", help="a Dask scheduler, tcp://host:8786")
    grade.add_argument("--regrade", action="store_true", help="grade again what has changed, and show whose marks change")
    grade.add_argument("--yes", action="store_true", help="with --regrade: write the changed marks without asking")
    grade.add_argument("--untrusted", action="store_true", help="refuse to grade where files cannot be confined")
    grade.add_argument("--similarity", action="store_true", help="lay the files out for a tool that finds those alike")
    grade.set_defaults(command=grade_class)
    exporting.add(commands)


def _for_authors(commands: Commands) -> None:
    new = commands.add_parser("new", help="for authors: begin a new exercise")
    new.add_argument("exercise", metavar="topic/name")
    new.set_defaults(command=new_exercise)

    sync = commands.add_parser("sync", help="for authors: derive stubs, pages and tests from the solutions")
    sync.add_argument("--check", action="store_true", help="write nothing; exit 1 if something is out of date")
    sync.add_argument("--pristine", action="store_true", help="with --check: exit 1 also if a stub was changed by hand")
    sync.set_defaults(command=sync_exercises)

    audit = commands.add_parser("audit", help="for authors: how often are the verdicts of an exercise wrong?")
    audit.add_argument("exercise", metavar="topic[/name]", nargs="?", default="", help="all exercises if left out")
    audit.add_argument("--jobs", type=_positive, default=os.cpu_count() or 1, metavar="N", help="processes (default: all cores)")
    audit.add_argument(
        "--sample",
        type=_positive,
        metavar="N",
        help="at most N mistakes, mutants and behaviours of each file, drawn by --seed",
    )
    audit.add_argument("--seed", type=int, default=0, help="draws the hidden inputs, and the sample")
    audit.add_argument("--json", action="store_true", help="print everything that is known as JSON")
    audit.add_argument("--write", action="store_true", help="bring solutions/AUDIT.md and the README up to date")
    audit.add_argument("--check", action="store_true", help="audit nothing; exit 1 if those figures are out of date")
    audit.set_defaults(command=audit_exercises)


def _positive(text: str) -> int:
    number = int(text) if text.isdecimal() else 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"a whole number above 0 is wanted, not {text!r}")
    return number


def show_where(parser: argparse.ArgumentParser, options: argparse.Namespace) -> int:
    """Where the learner is or, outside of a course, what there is to type."""
    try:
        root = _root()
    except catalog.CatalogError:
        parser.print_help()
        return 0
    return learning.show_where(root)


def reset_exercise(options: argparse.Namespace) -> int:
    from grader import sync as syncing  # noqa: PLC0415  # the same

    exercise = known(_root(), options.exercise)
    kept = syncing.reset(_root(), exercise)
    if kept is None:
        print(f"exercises/{exercise}.py is as it was at the start.")
    else:
        print(f"exercises/{exercise}.py starts again. Your version is kept as {kept.name} in the same folder.")
    return 0


def show_picture(options: argparse.Namespace) -> int:
    from grader import showing  # noqa: PLC0415  # loads what grades and draws
    from grader.learn import opening  # noqa: PLC0415

    if not options.exercise:
        print("\n".join(["What can be drawn:", *[f"  gradlings show {name}" for name in showing.pictures(_root())]]))
        return 0
    exercise = known(_root(), options.exercise)
    path = options.output or Path(f"{exercise.split('/')[-1]}.png")
    showing.show(_root(), exercise, path, options.reference)
    opened = sys.stdout.isatty() and opening.open_file(path)
    print(f"wrote {path}{', and opened it' if opened else ''}")
    return 0


def show_doctor(options: argparse.Namespace) -> int:
    from grader import doctor  # noqa: PLC0415  # loads what starts processes

    print(doctor.examine())
    return 0


def grade_class(options: argparse.Namespace) -> int:
    from grader import grading, handed, launch, pools, store  # noqa: PLC0415  # what only an instructor needs

    if options.nbgrader and not options.assignment:
        raise catalog.CatalogError("--nbgrader COURSE needs --assignment NAME")
    if options.nbgrader and options.points:
        raise catalog.CatalogError("--points is nothing for --nbgrader, whose gradebook knows what a notebook is worth")
    if not options.nbgrader and (options.assignment or not options.out):
        raise catalog.CatalogError("a folder needs --out FOLDER, and no --assignment")
    if not options.github and (options.before or options.template):
        raise catalog.CatalogError("--before and --template belong to --github FOLDER")
    if options.github and options.pattern:
        raise catalog.CatalogError("--pattern is nothing for --github, where files have their places")
    if options.nbgrader:
        options.out = options.out or options.nbgrader / grading.OUT / options.assignment
    required = launch.REQUIRED if options.nbgrader or options.untrusted else frozenset()
    start = partial(pools.pool, options.jobs, "grader.bulk", required)
    try:
        with pools.Crew(start, early=not options.cluster and not (options.out / grading.STORE).exists()) as options.crew:
            if not options.nbgrader:
                return grading.grade(_root(), options)
            from grader.export import direct  # noqa: PLC0415  # loads what grades

            return direct.grade(options)
    except (handed.IntakeError, store.StoreError) as error:
        raise catalog.CatalogError(str(error)) from None


def new_exercise(options: argparse.Namespace) -> int:
    from grader import scaffold  # noqa: PLC0415  # loads all that exercises are made with

    for path in scaffold.new(_root(), options.exercise):
        print(f"wrote {path}")
    print(f"Fill them in, then run: gradlings sync && pytest tests -k {options.exercise}")
    return 0


def sync_exercises(options: argparse.Namespace) -> int:
    from grader import sync as syncing  # noqa: PLC0415  # loads all that exercises are made with

    changes = syncing.sync(_root(), options.check)
    for path in changes.kept:
        print(f"{path}: changed by its learner, left alone")
    for path in changes.written:
        print(f"{path}: {'out of date' if options.check else 'written'}")
    for path in changes.removed:
        print(f"{path}: {'no longer has a solution' if options.check else 'removed'}")
    changed = bool(changes.written or changes.removed)
    if options.check and (changed or (options.pristine and changes.kept)):
        print("Run `gradlings sync` and commit what it writes." if changed else "Reset those stubs: gradlings reset topic/name")
        return 1
    if not changed:
        print("Everything is up to date.")
    return 0


def audit_exercises(options: argparse.Namespace) -> int:
    from grader import auditing  # noqa: PLC0415  # loads what starts processes

    return auditing.audit(_root(), options)


def _root() -> Path:
    return catalog.find_root(Path.cwd())
