"""The kit as a wheel, which any pip installs: its modules, and not one hidden test or solution.

What stands in a wheel is laid down in the Binary distribution format of the PyPA (packaging.python.org).  It is put together
here, because a build tool would need the kit's project file, an environment of its own, and the network.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Mapping
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

import grader
from grader.catalog import CatalogError
from grader.export.zipped import packed

NAME = "gradlings"
SECRET = "hidden"
SUFFIXES = (".py", ".css", ".js", ".json", ".svg", ".woff2")
FORMAT = f"Wheel-Version: 1.0\nGenerator: {NAME}\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
FIELDS = ("Summary", "License-Expression", "Requires-Python")
COURSE = "grader/exercises/catalog.json"  # the package becomes a course without solutions


class Wheel(NamedTuple):
    name: str
    content: bytes


def wheel(catalog: bytes | None = None) -> Wheel:
    """The kit that is running, as a wheel.

    Parameters
    ----------
    catalog : what a copy without solutions knows of its exercises, where the kit is to bring that along.

    Returns
    -------
    Its name and its bytes: the same for the same kit and catalog.  Other contents have another version, so that pip notices.
    """
    about = installed()
    files = dict(sorted(_modules(Path(grader.__file__).parent)))
    if catalog is not None:
        files[COURSE] = catalog
    digest = hashlib.sha256(b"\0".join(part for path, content in files.items() for part in (path.encode(), content)))
    version = f"{grader.__version__}+{digest.hexdigest()[:8]}"
    folder = f"{NAME}-{version}.dist-info"
    files[f"{folder}/METADATA"] = _metadata(about, version)
    files[f"{folder}/WHEEL"] = FORMAT.encode()
    files[f"{folder}/entry_points.txt"] = _entry_points(about)
    files[f"{folder}/RECORD"] = _record(files, f"{folder}/RECORD")
    return Wheel(f"{NAME}-{version}-py3-none-any.whl", packed(files))


def installed() -> metadata.Distribution:
    """What pip knows of the kit.  Raises CatalogError."""
    try:
        return metadata.distribution(NAME)
    except metadata.PackageNotFoundError:
        raise CatalogError(f"{NAME} is not installed, only found; try: python -m pip install -e .") from None


def needed(about: metadata.Distribution) -> list[str]:
    """What it cannot do without, as pip reads it."""
    return sorted(line for line in about.requires or () if "extra ==" not in line)


def _modules(package: Path) -> Iterator[tuple[str, bytes]]:
    """The files of the package and of the packages in it."""
    for folder in [package, *sorted(path.parent for path in package.glob("*/__init__.py"))]:
        if folder.name == SECRET:
            raise CatalogError(f"{folder} has become a package: hidden tests must not be installed")
        for path in sorted(folder.iterdir()):
            if path.suffix in SUFFIXES and path.is_file():
                yield path.relative_to(package.parent).as_posix(), path.read_bytes()


def _metadata(about: metadata.Distribution, version: str) -> bytes:
    told = about.metadata
    lines = ["Metadata-Version: 2.4", f"Name: {NAME}", f"Version: {version}"]
    lines += [f"{field}: {told[field]}" for field in FIELDS if field in told]
    lines += [f"Requires-Dist: {line}" for line in needed(about)]
    return ("\n".join(lines) + "\n").encode()


def _entry_points(about: metadata.Distribution) -> bytes:
    groups: dict[str, list[str]] = {}
    for entry in sorted(about.entry_points, key=lambda entry: (entry.group, entry.name)):
        groups.setdefault(entry.group, []).append(f"{entry.name} = {entry.value}")
    return "\n".join(f"[{group}]\n" + "\n".join(lines) + "\n" for group, lines in groups.items()).encode()


def _record(files: Mapping[str, bytes], own: str) -> bytes:
    """Every file with its digest and its size, and the list itself without."""
    lines = []
    for path, content in files.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
        lines.append(f"{path},sha256={digest},{len(content)}")
    return "\n".join([*lines, f"{own},,", ""]).encode()
