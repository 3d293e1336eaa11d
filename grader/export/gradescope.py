"""An autograder for Gradescope: the zip that an instructor uploads."""

from __future__ import annotations

from pathlib import Path

from grader.export import bundle
from grader.export.answers import Backend
from grader.export.zipped import packed
from grader.platforms.settings import Settings

SETUP = """#!/usr/bin/env bash
# Written by `gradlings export gradescope`. Gradescope runs it once, as root, when the image of the autograder is built.
set -euo pipefail
cd "$(dirname "$0")"

# The image may have an older Python than gradlings needs, or one that cannot make an environment. uv brings one along.
for python in python3.14 python3.13 python3.12 python3.11; do
    if command -v "$python" >/dev/null && "$python" -m venv venv; then break; fi
    rm -rf venv
done
if [ ! -d venv ]; then
    apt-get update && apt-get install --yes --no-install-recommends python3-venv
    python3 -m venv uv
    uv/bin/python -m pip install uv
    UV_PYTHON_INSTALL_DIR="$PWD/python" uv/bin/python -m uv venv --seed --python 3.13 venv
fi
venv/bin/python -I -m pip install --disable-pip-version-check --quiet -r requirements.txt

# Solutions and hidden tests are somebody else's: root reads them, and a student's process, which gives up root's rights, cannot.
chmod -R u=rwX,go= course gradlings.json
if [ "$(id -u)" = 0 ]; then chown -R nobody course gradlings.json; fi
"""
RUN = """#!/usr/bin/env bash
# Written by `gradlings export gradescope`. Gradescope runs it in /autograder for each submission.
cd "$(dirname "$0")" || exit 2
mkdir -p results
chmod 700 results
rm -rf results/results.json
exec source/venv/bin/python -I -B -m grader.platforms.gradescope "$PWD"
"""
SCRIPTS = ("setup.sh", "run_autograder")


def files(root: Path, settings: Settings, backend: Backend = "numpy") -> dict[str, bytes]:
    """What lies in the zip, at its top: the same for the same arguments.

    Parameters
    ----------
    root : the gradlings course.
    settings : what is graded, and how.
    backend : "torch" installs PyTorch.
    """
    scripts = dict(zip(SCRIPTS, (SETUP.encode(), RUN.encode()), strict=True))
    return scripts | bundle.files(root, settings, backend)


def zipped(root: Path, settings: Settings, backend: Backend) -> bytes:
    return packed(files(root, settings, backend), executable=SCRIPTS)
