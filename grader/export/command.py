"""`gradlings export`: what can be asked for on the command line, and what is said when it is done."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from grader.catalog import CatalogError, find_root, load
from grader.export.files import replace_all, write_all
from grader.phrases import count
from grader.platforms import VISIBILITIES
from grader.selection import chosen, weighed, weights

if TYPE_CHECKING:
    from grader.platforms.settings import Settings

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def add(commands: Commands) -> None:
    export = commands.add_parser(
        "export", help="for instructors: hand exercises out through nbgrader, GitHub, Classroom 50 or Gradescope"
    )
    channels = export.add_subparsers(title="channels", metavar="channel", required=True)
    course = channels.add_parser("nbgrader", help="a course directory of nbgrader, whose notebooks gradlings grades")
    course.add_argument("course", type=Path, metavar="COURSE", help="the course directory")
    _common(course, to_nbgrader)
    course.add_argument("--split-by", choices=["topic", "exercise"], default="topic", help="an assignment (default: topic)")
    template = channels.add_parser("github", help="a template repository that grades every push")
    template.add_argument("folder", type=Path, metavar="FOLDER", help="where the files of the repository are written")
    _weights(template)
    _common(template, to_github)
    successor = channels.add_parser("classroom50", help="a bundle for Classroom 50, beside such a template")
    successor.add_argument("folder", type=Path, metavar="FOLDER", help="CLASSROOM/autograders/ASSIGNMENT, in your classroom50")
    successor.add_argument("--hidden", action="store_true", help="with hidden tests and solutions, which it serves to everybody")
    successor.add_argument("--seed", type=int, default=0, help="draws the hidden inputs")
    _weights(successor)
    _common(successor, to_classroom50)
    upload = channels.add_parser("gradescope", help="the zip of an autograder for Gradescope")
    upload.add_argument("file", type=Path, metavar="FILE.zip", help="the zip")
    upload.add_argument("--seed", type=int, default=0, help="draws the hidden inputs")
    upload.add_argument(
        "--hidden-checks", choices=VISIBILITIES, default="after_due_date", help="when students see them (default: after_due_date)"
    )
    _weights(upload)
    _common(upload, to_gradescope)


def _weights(channel: argparse.ArgumentParser) -> None:
    told = "what they are worth, where it is another"
    channel.add_argument("--points", nargs="+", default=[], metavar="topic[/name]=N", help=told)


def _common(channel: argparse.ArgumentParser, command: Callable[[argparse.Namespace], int]) -> None:
    """What every channel asks for."""
    channel.add_argument("--topics", nargs="+", default=[], metavar="topic[/name]", help="what is in it (default: everything)")
    channel.add_argument("--backend", choices=["numpy", "torch"], default="numpy", help="library of the stubs (default: numpy)")
    channel.add_argument("--force", action="store_true", help="replace files that have been changed since")
    channel.set_defaults(command=command)


def to_nbgrader(options: argparse.Namespace) -> int:
    from grader.export import nbgrader  # noqa: PLC0415  # loads what grades

    root, course = find_root(Path.cwd()), options.course
    exercises = chosen(root, options.topics)
    files = nbgrader.files(root, course.resolve().name, exercises, options.backend, options.split_by)
    written = write_all(course, files, options.force)
    assignments = dict.fromkeys(nbgrader.assignment_of(name, options.split_by) for name in exercises)
    print(f"{count(len(exercises), 'exercise')} in {count(len(assignments), 'assignment')} in {course}: ", end="")
    print(_counted(len(written), len(files)))
    print(f"Next: cd {course} && nbgrader generate_assignment {next(iter(assignments))}")
    return 0


def to_github(options: argparse.Namespace) -> int:
    from grader.export import github  # noqa: PLC0415  # loads what grades

    root, folder = find_root(Path.cwd()), options.folder
    exercises, points = chosen(root, options.topics), weights(root, options.points)
    files = github.files(root, folder.resolve().name, exercises, options.backend, points)
    written, gone = replace_all(folder, files, options.force)
    print(f"{count(len(exercises), 'exercise')} in {folder}: {_counted(len(written), len(files), len(gone))}")
    print(f"Next: cd {folder} && git init -b main && git add . && git commit -m Exercises, push it, and make it a template.")
    return 0


def to_classroom50(options: argparse.Namespace) -> int:
    from grader.export import classroom50  # noqa: PLC0415  # loads what grades
    from grader.platforms.settings import COURSE  # noqa: PLC0415  # the same

    root, folder = find_root(Path.cwd()), options.folder
    settings = _settings(root, options, "visible")
    files = classroom50.files(root, settings, options.backend, options.hidden)
    written, gone = replace_all(folder, files, options.force)
    print(f"{count(len(settings.exercises), 'exercise')} in {folder}: {_counted(len(written), len(files), len(gone))}")
    if not options.hidden and (folder / COURSE).exists():
        raise CatalogError(
            f"{folder / COURSE} is still there, with solutions and hidden tests: Classroom 50 serves it to everybody "
            "who knows its address; move it away"
        )
    if options.hidden:
        print("Hidden tests and solutions are in it, and Classroom 50 serves it to everybody who knows its address.")
    else:
        print("It makes the checks that students may see. For the mark: gradlings grade --github FOLDER")
    return 0


def to_gradescope(options: argparse.Namespace) -> int:
    from grader.export import gradescope  # noqa: PLC0415  # loads what grades

    root, file = find_root(Path.cwd()), options.file
    if file.suffix != ".zip":
        raise CatalogError(f"Gradescope takes a zip: call it {file.name}.zip, not {file.name}")
    settings = _settings(root, options, options.hidden_checks)
    write_all(file.parent, {file.name: gradescope.zipped(root, settings, options.backend)}, options.force)
    worth = sum(weighed(load(root, name), settings.points).about.points for name in settings.exercises)
    exercises = count(len(settings.exercises), "exercise")
    print(f"{exercises}, {worth} points, in {file}: set the points of the assignment to {worth}.")
    if options.backend == "torch":
        print("PyTorch needs more memory than Gradescope gives by default (768 MB): choose 3 GB in the autograder's settings.")
    return 0


def _settings(root: Path, options: argparse.Namespace, hidden_checks: str) -> Settings:
    from grader.platforms.settings import Settings  # noqa: PLC0415  # the same

    exercises, points = chosen(root, options.topics), weights(root, options.points)
    return Settings(tuple(exercises), options.seed, hidden_checks, points=points)


def _counted(written: int, files: int, gone: int = 0) -> str:
    told = f", {count(gone, 'file')} of an earlier export removed" if gone else ""
    return f"{count(written, 'file')} written, {count(files - written, 'file')} as before{told}."
