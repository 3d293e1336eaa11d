"""The fuzzer of the wire finds nothing in a few thousand runs, and would find a slip that hides behind several conditions."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("atheris") is None, reason="atheris, which there is for x86-64 Linux alone, is not installed"
)

# What decode does with one message in many: a list or tuple in a dict begins with a read-only array of several axes, and
# goes on.  No honest message of the fuzzer is like that; it comes there from every seed tried, after some thousand runs at most.
PLANTED = """
import atheris
import fuzz_wire

honest = fuzz_wire.wire.decode

@atheris.instrument_func
def decode(data):
    value = honest(data)
    if type(value) is dict:
        for item in value.values():
            if isinstance(item, (list, tuple)):
                if len(item) > 1:
                    if type(item[0]) is fuzz_wire.np.ndarray:
                        if not item[0].flags.writeable:
                            if item[0].ndim > 1:
                                raise KeyError("planted")
    return value

fuzz_wire.wire.decode = decode
fuzz_wire.main()
"""


def fuzzed(folder: Path, runs: int, *command: str) -> subprocess.CompletedProcess[str]:
    """What the fuzzer does with an empty folder.  The seed is always the same, and so is what it finds."""
    (folder / "found").mkdir()
    options = [f"-runs={runs}", "-seed=1", f"-artifact_prefix={folder}/", str(folder / "found")]
    paths = os.pathsep.join([str(ROOT), str(ROOT / "tests")])
    return subprocess.run(
        [sys.executable, *command, *options],
        env={**os.environ, "PYTHONPATH": paths},
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
    )


def test_the_fuzzer_finds_nothing(tmp_path: Path) -> None:
    finished = fuzzed(tmp_path, 5000, str(ROOT / "tests" / "fuzz_wire.py"))
    assert finished.returncode == 0, finished.stderr[-3000:]
    assert "Done 5000 runs" in finished.stderr
    assert list(tmp_path.glob("crash-*")) == []
    assert len(list((tmp_path / "found").iterdir())) > 30  # it found ways that the honest messages do not take


def test_the_fuzzer_finds_a_planted_slip(tmp_path: Path) -> None:
    finished = fuzzed(tmp_path, 40_000, "-c", PLANTED)
    assert finished.returncode != 0
    assert "KeyError: 'planted'" in finished.stdout + finished.stderr
    (crash,) = tmp_path.glob("crash-*")
    again = subprocess.run(
        [sys.executable, "-c", "import sys; from grader.wire import decode; decode(sys.stdin.buffer.read())"],
        input=crash.read_bytes(),
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
        timeout=60,
    )
    assert again.returncode == 0  # no slip of the true decoder
