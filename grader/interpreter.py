"""Fresh interpreters for learners' code, isolated from the settings, paths and variables of whoever runs the grader."""

from __future__ import annotations

import os
import select
import subprocess
import sys
from collections.abc import Sequence, Set
from pathlib import Path

from grader import kernel
from grader.readable import SITE_FOLDERS

PASSED_ON = ("LD_LIBRARY_PATH", "CUDA_VISIBLE_DEVICES")
# The process finds these modules and `grader.wire`, and then no more of this package.
BOOT = """
import sys, types
folder, entry, fds, without, libraries, *sites = sys.argv[1:]
sys.path += sites
without = frozenset(without.split())
package = types.ModuleType("grader")
package.__path__ = [folder]
sys.modules["grader"] = package
from grader import child, sandbox, streams, zygote
package.__path__ = []
fds = map(int, fds.split(","))
if entry == "child":
    streams.open_streams()
    child.become_child([*fds], sandbox.prepare(sites, without), {})
elif entry == "describe":
    zygote.describe(*fds)
else:
    zygote.main(entry, *fds, sites, without, libraries.split())
"""


def start(
    entry: str, fds: tuple[int, ...], without: Set[str] = frozenset(), libraries: Sequence[str] = ()
) -> subprocess.Popen[bytes]:
    """A fresh interpreter, isolated from the user's settings and paths, that becomes a child or a zygote for a backend."""
    sites = [path for path in sys.path if Path(path).name in SITE_FOLDERS]
    told = [entry, ",".join(map(str, fds)), " ".join(sorted(without)), " ".join(libraries), *sites]
    command = [sys.executable, "-I", "-S", "-c", BOOT, str(Path(__file__).parent), *told]
    null = subprocess.DEVNULL
    process = subprocess.Popen(command, pass_fds=fds, env=_environment(), stdin=null, stdout=null, stderr=None)
    kernel.undumpable()  # we hold the answers from now on; after it has started, as this takes time
    return process


def _environment() -> dict[str, str]:
    """One thread for every numerical library, and nothing of the grader's own environment but the way to find libraries."""
    threads = {name: "1" for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")}
    repeatable = {"CUBLAS_WORKSPACE_CONFIG": ":4096:8"}  # else cuBLAS adds in an order of its own
    folders = {"TORCHINDUCTOR_CACHE_DIR": "/"}  # optimisers look for it when they are imported; nothing is written there
    return threads | repeatable | folders | {name: os.environ[name] for name in PASSED_ON if name in os.environ}


def answer(fd: int, seconds: float) -> bytes:
    """What is written at the other end of a pipe."""
    if not select.select([fd], [], [], seconds)[0]:
        raise OSError("it takes too long")
    told = os.read(fd, 2**12)
    if not told:
        raise OSError("it has ended")
    return told
