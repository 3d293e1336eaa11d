"""`gradlings site DIR`: what can be asked for on the command line, and what is said when it is done."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TypeAlias

from grader.catalog import find_root
from grader.phrases import count

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def add(commands: Commands) -> None:
    site = commands.add_parser("site", help="write the curriculum as a web site, with a place to write exercises in a browser")
    site.add_argument("folder", type=Path, metavar="DIR", help="where it is written; any static host serves it")
    site.add_argument("--pyodide", default="", metavar="URL", help="where pages find Pyodide (default: its public place)")
    site.add_argument("--no-pictures", action="store_true", help="leave the pictures out, which take a while to draw")
    site.set_defaults(command=write_site)


def write_site(options: argparse.Namespace) -> int:
    from grader.report.files import write  # noqa: PLC0415  # only where a site is made
    from grader.site import build  # noqa: PLC0415  # the same: it loads what grades

    folder: Path = options.folder
    before = build.kept(folder)
    files = build.files(find_root(Path.cwd()), options.pyodide, not options.no_pictures)
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        write(folder / path, [content])
    stale = [folder / path for path in before if path not in files]
    for each in stale:
        if each.resolve().is_relative_to(folder.resolve()):
            each.unlink(missing_ok=True)
    pages = sum(path.endswith(".html") for path in files)
    pictures = sum(path.endswith(".png") for path in files)
    print(f"{count(pages, 'page')} and {count(pictures, 'picture')} in {folder}.")
    print(f"Look at it: python -m http.server --directory {folder}")
    return 0
