"""Puts what an exporter made into a folder: all of it or nothing, and never over something that somebody has changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from grader.catalog import CatalogError
from grader.report.files import write

NAMED = 5  # files in the way that are named
LIST = ".exported.json"  # path -> sha256 of what an export wrote: by it the next one knows what is nobody's work
NOTHING: Mapping[str, str] = {}


def write_all(folder: Path, files: Mapping[str, bytes], force: bool = False, ours: Mapping[str, str] = NOTHING) -> list[Path]:
    """Write every file that is not there yet, and give those that were written.

    Raises CatalogError, with nothing written, where a file would be replaced by another content; `force` replaces it.  Files
    that are as `ours` says, path -> digest, are replaced without asking.
    """
    if folder.exists() and not folder.is_dir():
        raise CatalogError(f"{folder} is no folder")
    held = {path: _there(folder / path) for path in files}
    new = [path for path, content in files.items() if held[path] != _digest(content)]
    other = [path for path in new if held[path] not in ("", ours.get(path))]
    if other and not force:
        more = f" and {len(other) - NAMED} more" if len(other) > NAMED else ""
        raise CatalogError(
            f"in {folder} there is already another {', '.join(other[:NAMED])}{more}: nothing is written; "
            "--force replaces what is in the way"
        )
    return [write(folder / path, [files[path]]) for path in new]


def replace_all(folder: Path, files: Mapping[str, bytes], force: bool = False) -> tuple[list[Path], list[Path]]:
    """The same for a folder that is one export and nothing else; gives what was written, and what has gone.

    What an earlier export wrote is replaced, and goes where this one has no such file, unless somebody has changed it since.
    """
    ours = _listed(folder / LIST)
    written = write_all(folder, files, force, ours)
    gone = [folder / path for path, digest in ours.items() if path not in files and _there(folder / path) == digest]
    for path in gone:
        path.unlink()
        _remove_empty(folder, path.relative_to(folder).parent)
    digests = {path: _digest(content) for path, content in sorted(files.items())}
    write(folder / LIST, [json.dumps(digests, indent=0) + "\n"])
    return written, gone


def _remove_empty(folder: Path, below: Path) -> None:
    """Remove this folder, and those around it, as far as nothing is left in them."""
    while below.parts and not any((folder / below).iterdir()):
        (folder / below).rmdir()
        below = below.parent


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _there(path: Path) -> str:
    """The digest of a file, or an empty text where there is none."""
    return _digest(path.read_bytes()) if path.is_file() else ""


def _listed(path: Path) -> dict[str, str]:
    """What an earlier export says that it wrote below this folder; nothing where there was none."""
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    items = found.items() if isinstance(found, dict) else ()
    below = {name: PurePosixPath(name) for name, digest in items if isinstance(digest, str)}
    return {name: found[name] for name, path in below.items() if not path.is_absolute() and ".." not in path.parts}
