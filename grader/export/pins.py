"""What a copy of the kit is installed with elsewhere: the versions that grade here, so that it grades there alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import metadata

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from grader.export.answers import Backend
from grader.export.wheel import installed, needed

# Builds of PyTorch for the CPU alone; those of PyPI bring a gigabyte for GPUs along.
GPU = ("nvidia-", "cuda-", "triton")  # what those need and no other does
CPU_BUILDS = "https://download.pytorch.org/whl/cpu"


def requirements(wheel: str, backend: Backend) -> bytes:
    """A requirements.txt: the wheel, at its path, with all that it needs and, for PyTorch, that too."""
    pinned = dict(_closure(needed(installed())))
    extra = []
    if backend == "torch":
        pinned |= dict(_closure(["torch"]))
        extra = [f"--extra-index-url {CPU_BUILDS}"]
    lines = [f"{name}=={version}" for name, version in sorted(pinned.items())]
    return "\n".join([*extra, *lines, wheel, ""]).encode()


def _closure(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Name and version of what is meant and installed here, and of all that it needs in its turn."""
    waiting, seen = [Requirement(line) for line in lines], set[str]()
    while waiting:
        wanted = waiting.pop()
        name = canonicalize_name(wanted.name)
        if name in seen or name.startswith(GPU) or (wanted.marker and not wanted.marker.evaluate({"extra": ""})):
            continue
        seen.add(name)
        try:
            found = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue
        yield name, Version(found.version).public  # without what says which build it is
        waiting += [Requirement(line) for line in found.requires or ()]
