"""What is installed here, and which layers of `grader.sandbox` hold a learner's process on this machine."""

from __future__ import annotations

import platform
from collections.abc import Iterator
from importlib import metadata
from typing import NamedTuple

import grader
from grader.backends import installed
from grader.launch import REQUIRED, Fresh, Zygote, launcher
from grader.worker import Process

LIBRARIES = ("numpy", "scipy", "torch", "pytest", "matplotlib")
WORTH = {
    "process": "no test, expected value or verdict is within reach of a learner's code",
    "rlimits": "memory, open files and the size of files are limited",
    "privileges": "what only root may do is given up",
    "landlock": "Python's library and the numerical packages can be read, nothing else; nothing can be written",
    "seccomp": "no network, no other processes, no memory shared with them",
}


class Found(NamedTuple):
    """The layers that hold, with their versions, and why others do not."""

    layers: tuple[str, ...]
    missing: dict[str, str]


def confinement(launch: Zygote | Fresh) -> Found:
    """Start a process as for a learner's file, and ask it.  Raises WorkerError, also where it may not be used."""
    process = Process(b"def f(): pass", "f.py", "f", launch)
    try:
        process.call((), {})
        return Found(process.confinement, process.missing)
    finally:
        process.close()


def examine() -> str:
    """What `gradlings doctor` prints."""
    launch = launcher("torch" if installed() else "numpy")
    try:
        found, cuda = confinement(launch), launch.describe().get("cuda", "")
    finally:
        launch.close()
    system = f"gradlings {grader.__version__}, Python {platform.python_version()}, {platform.system()} {platform.release()}"
    return "\n".join([system, "", *_libraries(cuda), "", *_layers(found), "", verdict(found)])


def _libraries(cuda: str) -> Iterator[str]:
    for name in LIBRARIES:
        try:
            yield f"  {name:<12}{metadata.version(name)}"
        except metadata.PackageNotFoundError:
            yield f"  {name:<12}not installed"
    yield f"  {'CUDA':<12}{cuda or 'not available'}"


def _layers(found: Found) -> Iterator[str]:
    yield "A learner's process is confined by"
    for layer in found.layers:
        yield f"  {layer:<12}{WORTH[layer.split()[0]]}"
    for layer, why in found.missing.items():
        yield f"  {layer:<12}MISSING: {why}"


def verdict(found: Found) -> str:
    """Whose files may be graded on this machine."""
    if not REQUIRED - {layer.split()[0] for layer in found.layers}:
        return "Files of strangers can be graded here: pytest exercises --untrusted"
    return (
        "Your own files are graded here as well as anywhere. Files of strangers are not: a submission could read your files or\n"
        "use your network. Grade them on Linux 5.13 or newer (WSL2 counts), or in a container on such a system."
    )
