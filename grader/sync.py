"""Brings `exercises/` up to date, and never at the cost of a learner's work.

A stub may be written only over itself: `exercises/catalog.json` holds the digest of every stub as it was generated,
and a file with any other content is the learner's.
"""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from grader import catalog, generate, submission


@dataclass(frozen=True)
class Changes:
    """What `sync` did or, with check, would do.  Paths are relative to the course."""

    written: tuple[str, ...]
    removed: tuple[str, ...]
    kept: tuple[str, ...]  # stubs that a learner has changed: never touched


def sync(root: Path, check: bool = False) -> Changes:
    """Write every generated file that is out of date, or only say which ones are."""
    texts = generate.files(root)
    known = {entry["id"]: entry["stub"] for entry in catalog.read_catalog(root).get("exercises", [])}
    stale = [f"exercises/{name}.py" for name in known if f"exercises/{name}.py" not in texts]
    kept = tuple(path for path in texts if is_stub(path) and _is_learners(root, path, known, texts[path]))
    written = tuple(path for path, text in texts.items() if path not in kept and _content(root / path) != text.encode())
    removed = tuple(path for path in stale if (root / path).is_file() and not _is_learners(root, path, known, None))
    if not check:
        for path in written:
            write(root / path, texts[path].encode())
        for path in removed:
            (root / path).unlink()
    return Changes(written, removed, kept)


def reset(root: Path, exercise: str) -> Path | None:
    """Put the stub back; the learner's version, if there is one, is kept beside it and its path returned."""
    solution, path = catalog.solution_file(root, exercise), catalog.learner_file(root, exercise)
    if exercise not in catalog.exercise_ids(root):
        catalog.load(root, exercise)  # raises, and says which names are near
    if not solution.is_file():
        relative = path.relative_to(root).as_posix()
        raise catalog.CatalogError(f"this copy has no solutions to derive a stub from; get it with: git checkout -- {relative}")
    stub = submission.stub(solution).encode()
    if _content(path) in (stub, None):
        write(path, stub)
        return None
    kept = free_name(path)
    path.replace(kept)
    write(path, stub)
    return kept


def write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def is_stub(path: str) -> bool:
    """Whether a generated file, or one in its place, is what a learner writes into."""
    return path.endswith(".py") and not Path(path).name.startswith("test_")


def free_name(path: Path) -> Path:
    """``conv2d.mine.py``, or the first of ``conv2d.mine2.py``, ... that is free."""
    names = (path.with_name(f"{path.stem}.mine{number or ''}.py") for number in [0, *range(2, 10_000)])
    return next(name for name in names if not name.exists())


def _is_learners(root: Path, path: str, known: dict[str, str], text: str | None) -> bool:
    """Whether the file holds anything but the stub as it was, or as it is going to be."""
    content = _content(root / path)
    if content is None or (text is not None and content == text.encode()):
        return False
    return generate.digest(content) != known.get(path.removeprefix("exercises/").removesuffix(".py"))


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
