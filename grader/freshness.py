"""Whether what was written before would only be written again."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from pathlib import Path

import grader
from grader.store import Store

NOTE = "written"


def token(*parts: Iterable[object]) -> str:
    """Stands for everything that decides what is written; texts, numbers, and tuples of them."""
    found = hashlib.sha256(grader.__version__.encode())
    for part in parts:
        for each in part:
            found.update(repr(each).encode("utf-8", "surrogatepass") + b"\0")
        found.update(b"\1")
    return found.hexdigest()


def is_current(store: Store, of: str) -> bool:
    """Whether the files that were written last are those of this token, and nobody has touched one since."""
    noted = json.loads(store.note(NOTE) or "{}")
    return bool(noted.get("token") == of and _seen(noted["paths"]) == noted["seen"])


def remember(store: Store, of: str, paths: Iterable[Path]) -> None:
    """That these were written: files, and folders with all that lies in them."""
    names = list(map(str, paths))
    store.take_note(NOTE, json.dumps({"token": of, "paths": names, "seen": _seen(names)}))


def _seen(paths: Iterable[str]) -> str:
    """Changes with the size of each file, and when it was written; of a class there are too many to note each."""
    digest = hashlib.sha256()
    for path in paths:
        for file in sorted(os.listdir(path)) if os.path.isdir(path) else [""]:  # noqa: PTH112, PTH208  # ten thousand of them
            digest.update(f"{file!r} {_stat(f'{path}/{file}' if file else path)}\n".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _stat(path: str) -> tuple[int, ...]:
    try:
        found = os.stat(path)  # noqa: PTH116  # the same
    except OSError:
        return ()
    return found.st_size, found.st_mtime_ns
