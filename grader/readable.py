"""What a learner's process may read, and therefore import: Python's own library and the numerical packages.

Named one by one, because the folders they lie in hold the kit itself, and whatever else is installed.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from importlib.machinery import ModuleSpec, PathFinder
from typing import Any

SITE_FOLDERS = ("site-packages", "dist-packages")
NUMERICAL = ("numpy", "numpy.libs", "scipy", "scipy.libs", "einops")
OF_PYTORCH = ("torch", "torchgen", "functorch", "sympy", "mpmath", "networkx", "typing_extensions.py", "jinja2", "markupsafe")
PACKAGES = (*NUMERICAL, *OF_PYTORCH, "filelock", "fsspec")
# What modules of these are linked with, by the beginnings of the names, where the system or an environment keeps it.
COMPILERS = ("libstdc++", "libgcc_s", "libgfortran", "libquadmath", "libgomp")
ALGEBRA = ("libblas", "libcblas", "liblapack", "libopenblas", "libmkl")
OF_PYTHON = ("libz.", "libbz2", "liblzma", "libffi", "libcrypto", "libssl", "libsqlite3", "libexpat", "libuuid", "libpython3")
MACHINE = ("/dev/urandom", "/dev/random", "/proc/cpuinfo", "/proc/meminfo", "/sys/devices/system/cpu")
DEVICES = ("/dev/null",)
MODULES = frozenset({*(name.removesuffix(".py") for name in PACKAGES), *sys.builtin_module_names, *sys.stdlib_module_names})


def paths(sites: Iterable[str]) -> Iterator[str]:
    """Files and folders that may be read; `sites` are the folders where packages are installed."""
    yield from MACHINE
    for folder in standard_library():
        yield from (f"{folder}/{name}" for name in os.listdir(folder) if name not in SITE_FOLDERS)  # noqa: PTH208
    for folder in sites:
        yield from (f"{folder}/{name}" for name in PACKAGES)
    yield from shared_libraries()


def shared_libraries() -> Iterator[str]:
    """Files that compiled modules need, one by one: some systems keep Python's packages in the same folders."""
    yield "/etc/ld.so.cache"  # where the loader finds them
    multiarch = f"lib/{os.uname().machine}-linux-gnu"
    for folder in (f"{sys.base_prefix}/lib", f"/usr/{multiarch}", f"/{multiarch}", "/usr/lib64", "/lib64"):
        with suppress(OSError):
            yield from (f"{folder}/{name}" for name in os.listdir(folder) if _is_linked(name))  # noqa: PTH208


def _is_linked(name: str) -> bool:
    return ".so" in name and name.startswith((*COMPILERS, *ALGEBRA, *OF_PYTHON))


def standard_library() -> list[str]:
    """The folders of Python's own modules: some systems keep those that are compiled apart."""
    pure = os.path.dirname(os.__file__)  # noqa: PTH120  # pathlib is not loaded in a learner's process
    return [pure, *[path for path in sys.path if path.endswith("/lib-dynload") and not path.startswith(f"{pure}/")]]


def prepare_imports() -> None:
    """What may not be read cannot be imported either, and is said to be missing, in the words of an import.

    Python remembers from now on what lies in the folders of its path: soon their lists cannot be read any more.
    """
    PathFinder.find_spec("no module has this name")
    for finder in sys.path_importer_cache.values():
        if finder is not None and hasattr(
            finder, "_fill_cache"
        ):  # it would read a folder again once that has changed, and then find nothing there
            finder._fill_cache = lambda: None
    sys.meta_path[:] = [_ReadableOnly() if finder is PathFinder else finder for finder in sys.meta_path]


class _ReadableOnly:
    """Finds what Python's own finder of files does, less what may not be read."""

    def find_spec(self, name: str, path: Sequence[str] | None, target: Any = None) -> ModuleSpec | None:
        unknown = path is None and name not in MODULES and not name.startswith("_sysconfigdata")
        return None if unknown else PathFinder.find_spec(name, path, target)
