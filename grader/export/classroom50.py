"""A bundle for Classroom 50: `autograder.py` with all that it needs beside it."""

from __future__ import annotations

from pathlib import Path

from grader.catalog import CatalogError
from grader.export import bundle
from grader.export.answers import Backend
from grader.platforms.settings import Settings

LARGEST = 10 * 2**20  # bytes of a bundle that its runner fetches
SECONDS = 600.0  # of the 15 minutes that a job may take
AUTOGRADER = '''#!/usr/bin/env python3
"""Written by `gradlings export classroom50`. Classroom 50 runs it in a student's checkout, once for each submission.

It installs what lies beside it, and has that grade in a process of its own. No file of the student's is imported or run here.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
LEFT = ("result.json", "release-body.md")  # what a student committed under these names is no result


def main():
    if sys.version_info < (3, 11):
        sys.exit("gradlings needs Python 3.11 or newer: set python in the runtime of this assignment")
    for name in LEFT:
        if os.path.isdir(name) and not os.path.islink(name):
            shutil.rmtree(name)
        elif os.path.lexists(name):
            os.unlink(name)
    for path in [HERE, *HERE.rglob("*")]:
        path.chmod(0o700 if path.is_dir() else 0o600)  # nobody else reads them
    python = [sys.executable, "-I", "-B", "-m"]  # nothing of the checkout is imported, and nothing hidden written into caches
    install = ["pip", "install", "--quiet", "--disable-pip-version-check", "-r", "requirements.txt"]
    subprocess.run([*python, *install], cwd=HERE, check=True)
    return subprocess.run([*python, "grader.platforms.classroom50", str(HERE)], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
'''


def files(root: Path, settings: Settings, backend: Backend = "numpy", hidden: bool = False) -> dict[str, bytes]:
    """The files of `CLASSROOM/autograders/ASSIGNMENT/`.

    Parameters
    ----------
    root : the gradlings course.
    settings : what is graded, and how.
    backend : "torch" installs PyTorch.
    hidden : whether hidden tests and solutions are in it.  Classroom 50 serves bundles to everybody who knows their address.

    Returns
    -------
    Path in the bundle -> content: the same for the same arguments.  Raises CatalogError where Classroom 50 would refuse it.
    """
    how = settings._replace(hidden_checks="visible", seconds=SECONDS)
    made = {"autograder.py": AUTOGRADER.encode(), **bundle.files(root, how, backend, hidden)}
    size = sum(map(len, made.values()))
    if size > LARGEST:
        raise CatalogError(f"the bundle has {size:,} bytes, and Classroom 50 takes {LARGEST:,}: choose fewer --topics")
    return made
