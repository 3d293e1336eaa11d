"""The whole site: one function, `files`, from a course to {path: bytes}."""

from __future__ import annotations

import json
from importlib import resources
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from grader import catalog
from grader.site import curriculum, pages, playground, search, task

MANIFEST = "assets/files.json"
BESIDE = ("site.js", "playground.js", "worker.js", "icon.svg", "maths.woff2")


def files(root: Path, address: str = "", pictures: bool = True) -> dict[str, bytes]:
    """Every file of the site.  `address` is where Pyodide is found, if not at its public place.  Raises CatalogError."""
    course = curriculum.read(root)
    drawn = _pictures(root) if pictures else {}
    made = {"index.html": pages.front(course), "exercises.html": pages.exercises(course)}
    made |= {"questions.html": pages.questions(course), "spoken.html": pages.spoken(course)}
    made |= {f"{topic.id}/index.html": pages.topic(course, topic, drawn) for topic in course.topics}
    where = playground.python(address)
    made |= {pages.address(each): task.page(course, each, where, each.id in drawn) for each in course.tasks}
    made |= {f"assets/pictures/{name.replace('/', '-')}.png": picture for name, picture in drawn.items()}
    made |= {"assets/search.js": search.index(course), "assets/engine.json": playground.engine(), "assets/site.css": style()}
    made |= {f"assets/{name}": _beside(name) for name in BESIDE}
    made[".nojekyll"] = b""  # GitHub Pages takes the files as they are
    made[MANIFEST] = json.dumps(sorted([*made, MANIFEST]), indent=0).encode()
    return made


def style() -> bytes:
    """The style of reports, and what the site adds to it."""
    return resources.files("grader.report").joinpath("report.css").read_bytes() + _beside("site.css")


def _beside(name: str) -> bytes:
    return resources.files("grader.site").joinpath(name).read_bytes()


def _pictures(root: Path) -> dict[str, bytes]:
    """Pictures of the references' results; none in a copy that has no references, or without matplotlib."""
    from grader import showing  # noqa: PLC0415  # loads what grades

    if find_spec("matplotlib") is None:
        return {}
    import matplotlib  # noqa: PLC0415  # optional, and heavy

    matplotlib.use("Agg")  # into a file, whatever screen there is
    exercises = [catalog.load(root, name) for name in showing.pictures(root)]
    return {exercise.id: showing.drawn(exercise, catalog.reference_of(exercise)) for exercise in exercises}


def kept(folder: Path) -> list[str]:
    """The files of the site that lies in a folder already.  Raises CatalogError where something else does."""
    if folder.exists() and not folder.is_dir():
        raise catalog.CatalogError(f"{folder} is no folder")
    if not folder.exists() or not any(folder.iterdir()):
        return []
    try:
        listed: Any = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        return [str(name) for name in listed]
    except (OSError, ValueError, TypeError):
        raise catalog.CatalogError(
            f"{folder} holds something, and no site that `gradlings site` has made: nothing is written; name another folder"
        ) from None
