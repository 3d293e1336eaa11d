"""`gradlings export`: what can be asked for on the command line, and what is said when it is done."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from grader.catalog import find_root
from grader.phrases import count

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def add(commands: Commands) -> None:
    export = commands.add_parser("export", help="for instructors: hand exercises out through nbgrader")
    channels = export.add_subparsers(title="channels", metavar="channel", required=True)
    course = channels.add_parser("nbgrader", help="a course directory of nbgrader, whose notebooks gradlings grades")
    course.add_argument("course", type=Path, metavar="COURSE", help="the course directory")
    _common(course, to_nbgrader)
    course.add_argument("--split-by", choices=["topic", "exercise"], default="topic", help="an assignment (default: topic)")


def _common(channel: argparse.ArgumentParser, command: Callable[[argparse.Namespace], int]) -> None:
    """What every channel asks for."""
    channel.add_argument("--topics", nargs="+", default=[], metavar="topic[/name]", help="what is in it (default: everything)")
    channel.add_argument("--backend", choices=["numpy", "torch"], default="numpy", help="library of the stubs (default: numpy)")
    channel.add_argument("--force", action="store_true", help="replace files that have been changed since")
    channel.set_defaults(command=command)


def to_nbgrader(options: argparse.Namespace) -> int:
    from grader.export import nbgrader  # noqa: PLC0415  # loads what grades
    from grader.export.files import write_all  # noqa: PLC0415
    from grader.selection import chosen  # noqa: PLC0415

    root, course = find_root(Path.cwd()), options.course
    exercises = chosen(root, options.topics)
    files = nbgrader.files(root, course.resolve().name, exercises, options.backend, options.split_by)
    written = write_all(course, files, options.force)
    assignments = dict.fromkeys(nbgrader.assignment_of(name, options.split_by) for name in exercises)
    print(f"{count(len(exercises), 'exercise')} in {count(len(assignments), 'assignment')} in {course}: ", end="")
    print(f"{count(len(written), 'file')} written, {count(len(files) - len(written), 'file')} as before.")
    print(f"Next: cd {course} && nbgrader generate_assignment {next(iter(assignments))}")
    return 0
