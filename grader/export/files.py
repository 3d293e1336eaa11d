"""Puts what an exporter made into a folder: all of it or nothing, and never over something that somebody has changed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from grader.catalog import CatalogError
from grader.report.files import write

NAMED = 5  # files in the way that are named


def write_all(folder: Path, files: Mapping[str, bytes], force: bool = False) -> list[Path]:
    """Write every file that is not there yet, and give those that were written.

    Raises CatalogError, with nothing written, where a file would be replaced by another content; `force` replaces it.
    """
    if folder.exists() and not folder.is_dir():
        raise CatalogError(f"{folder} is no folder")
    held = {path: _content(folder / path) for path in files}
    other = [path for path, content in files.items() if held[path] not in (None, content)]
    if other and not force:
        more = f" and {len(other) - NAMED} more" if len(other) > NAMED else ""
        raise CatalogError(
            f"in {folder} there is already another {', '.join(other[:NAMED])}{more}: nothing is written; "
            "--force replaces what is in the way"
        )
    return [write(folder / path, [content]) for path, content in files.items() if held[path] != content]


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
