"""Each layer holds alone, what is missing is said, and what exercises need still works."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from conftest import ROOT, load

from grader import doctor, kernel, landlock, launch, sandbox
from grader.exercise import Outcome, Setup
from grader.grade import grade
from grader.launch import REQUIRED, Launchers, Unconfined, Zygote
from grader.worker import Process

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Landlock and seccomp are Linux's")
ALL = {"rlimits", "privileges", "landlock", "seccomp"}
Run = Callable[..., Outcome]


@pytest.fixture(scope="module")
def run() -> Iterator[Run]:
    """Runs statements in a learner's process that lacks the named layers."""
    zygotes: dict[frozenset[str], Zygote] = {}

    def call(body: str, *without: str, threads: bool = False) -> Outcome:
        layers = frozenset(without)
        zygote = zygotes.setdefault(layers, zygotes.get(layers) or Zygote(without=layers))
        lines = "\n".join(f"  {line}" for line in body.splitlines())
        process = Process(f"import os\ndef f(x):\n{lines}\n".encode(), "f.py", "f", zygote, 10.0, threads=threads)
        outcome = process.call((np.arange(3.0),), {})
        process.close()
        return outcome

    yield call
    for zygote in zygotes.values():
        zygote.close()


# What only one layer stops: (layer, statements that end in `return` if it is not there).
ALONE = [
    ("landlock", f"return open({str(ROOT / 'README.md')!r}).read()"),
    ("landlock", "return os.listdir('/')"),
    ("seccomp", "import socket; return str(socket.socket(socket.AF_INET, socket.SOCK_DGRAM))"),
    ("seccomp", "import threading; t = threading.Thread(target=int); t.start(); return t.join()"),
    ("seccomp", "return os.waitpid(os.fork() or os._exit(0), 0)[1]"),
    ("seccomp", "return os.memfd_create('shared')"),
    ("rlimits", "import numpy as np; return np.empty(2**28).nbytes"),
    ("rlimits", "return len([os.dup(1) for _ in range(100)])"),
]


@pytest.mark.parametrize(("layer", "body"), ALONE, ids=[f"{layer}-{body[:40]}" for layer, body in ALONE])
def test_a_layer_stops_what_no_other_does(run: Run, layer: str, body: str) -> None:
    assert run(body).kind == "raised"
    assert run(body, *ALL - {layer}).kind == "raised"  # alone
    assert run(body, layer).kind == "returned"  # the others do not


def test_roots_rights_are_gone(run: Run) -> None:
    body = "import ctypes\ndata = (ctypes.c_uint32 * 6)()\nctypes.CDLL(None).capget((ctypes.c_uint32 * 2)(0x20080522, 0), data)"
    assert run(f"{body}\nreturn list(data)").value == [0] * 6


def test_the_report_of_a_process_says_what_holds_it(launchers: Launchers) -> None:
    process = Process.of(load("activations/relu"), b"def relu(x): return x", launchers.of("numpy"))
    report = grade(load("activations/relu"), process)
    process.close()
    names = [layer.split()[0] for layer in report.confinement]
    assert names == ["process", "rlimits", "privileges", "landlock", "seccomp"]
    assert set(names) == set(doctor.WORTH)


def test_a_layer_that_is_missing_is_said(run: Run) -> None:
    zygote = Zygote(without={"landlock", "seccomp"})
    found = doctor.confinement(zygote)
    zygote.close()
    assert found.layers == ("process", "rlimits", "privileges")
    assert found.missing == {"landlock": "switched off", "seccomp": "switched off"}
    assert doctor.verdict(found).startswith("Your own files are graded here as well as anywhere. Files of strangers are not:")


def test_nothing_of_a_stranger_runs_below_what_is_required(tmp_path: Path) -> None:
    zygote = Zygote(without={"seccomp", "landlock"}, required=REQUIRED)
    process = Process(f"open({str(tmp_path / 'ran')!r}, 'w')".encode(), "f.py", "f", zygote)
    with pytest.raises(Unconfined) as refusal:
        process.call((), {})
    zygote.close()
    assert str(refusal.value) == (
        "files of strangers cannot be graded here (no landlock: switched off; no seccomp: switched off). "
        "`gradlings doctor` tells more"
    )
    assert not (tmp_path / "ran").exists()


def test_a_kernel_without_landlock_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(landlock, "version", lambda: kernel.syscall(10**6))
    monkeypatch.setattr("grader.readable.prepare_imports", lambda: None)  # it would hold for this process, for ever
    prepared = sandbox.prepare([])
    assert (prepared.ruleset, prepared.why_not) == (None, "this system has no Landlock ([Errno 38] Function not implemented)")


def test_a_kernel_that_promises_more_than_it_has(monkeypatch: pytest.MonkeyPatch) -> None:
    """Such as one that names version 6 and knows no scopes: the next older version is taken."""
    real, asked = landlock.syscall, []

    def refuses_scopes(number: int, *arguments: object) -> int:
        if number == kernel.LANDLOCK_CREATE_RULESET and len(arguments) == 3 and arguments[1] == 24:
            asked.append(arguments[1])
            raise OSError(22, "Invalid argument")
        return real(number, *arguments)

    monkeypatch.setattr(landlock, "syscall", refuses_scopes)
    ruleset = landlock._created(landlock.NEWEST)
    launch.os.close(ruleset.fd)
    assert ruleset.version <= 5
    assert asked


LIBRARY = """import bz2, lzma, ssl, sqlite3, ctypes
import asyncio, bisect, collections, copy, csv, dataclasses, datetime, decimal, difflib, enum, fractions, functools
import hashlib, heapq, inspect, itertools, json, logging, math, operator, pprint, random, re, secrets, statistics, string
import struct, textwrap, time, timeit, traceback, types, typing, unittest, uuid, warnings, weakref, zlib
return random.random() >= 0 and bool(secrets.token_hex()) and time.sleep(0.001) is None"""


def test_pythons_library_can_be_used(run: Run) -> None:
    outcome = run(LIBRARY)
    assert (outcome.value, outcome.printed, outcome.error) == (True, "", None)


@pytest.mark.parametrize("module", ["pytest", "grader", "ruff", "solutions", "_pytest.config"])
def test_what_is_installed_besides_is_not_there(run: Run, module: str) -> None:
    outcome = run(f"import {module}.x as m" if module == "grader" else f"import {module}")
    assert outcome.error is not None
    assert (outcome.error.type, "No module named" in outcome.error.message) == ("ModuleNotFoundError", True)


def test_a_folder_that_changes_meanwhile_is_still_known(tmp_path: Path) -> None:
    """Such as by an installation: its list cannot be read any more."""
    code = """
import os, pathlib, sys
from grader import readable
folder = pathlib.Path(sys.argv[1])
(folder / "einops.py").write_text("known = True")
sys.path.insert(0, str(folder))
readable.prepare_imports()
(folder / "einops.py").rename(folder / "functorch.py")
os.utime(folder, (1, 1))
import importlib.util
print(importlib.util.find_spec("functorch"), end=" ")
(folder / "functorch.py").rename(folder / "einops.py")
import einops
print(einops.known)
"""
    command = [sys.executable, "-S", "-c", f"import sys; sys.path.append({str(ROOT)!r})\n{code}", str(tmp_path)]
    finished = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (finished.stdout, finished.stderr) == ("None True\n", "")


def test_threads_where_an_exercise_asks_for_them(run: Run) -> None:
    body = "from concurrent.futures import ThreadPoolExecutor as Pool\nwith Pool(3) as pool:\n  return sum(pool.map(int, '123'))"
    assert run(body, threads=True).value == 6
    assert run("import socket; socket.socket()", threads=True).kind == "raised"
    assert run("os.fork()", threads=True).kind == "raised"
    assert run(body).kind == "raised"


TORCH = {
    "adam": "p = torch.ones(2, requires_grad=True)\noptimiser = torch.optim.Adam([p])\np.sum().backward()\noptimiser.step()",
    "functions": "torch.func.vmap(torch.func.grad(lambda a: a ** 2))(torch.ones(3))",
    "script": "torch.jit.trace(torch.nn.ReLU(), torch.ones(3))",
    "loader": "list(torch.utils.data.DataLoader(torch.arange(4), batch_size=2))",
    "layers": "torch.nn.LSTM(3, 2)(torch.ones(1, 1, 3)), torch.nn.Conv2d(1, 2, 3)(torch.ones(1, 1, 8, 8))",
    "algebra": "torch.linalg.svd(torch.eye(64)), torch.fft.fft(torch.ones(8)), torch.distributions.Normal(0.0, 1.0).sample()",
    "generator": "torch.randn(3, generator=torch.Generator().manual_seed(1))",
}


@pytest.mark.parametrize("body", TORCH.values(), ids=TORCH)
def test_pytorch_can_be_used(launchers: Launchers, body: str) -> None:
    pytest.importorskip("torch")
    lines = "\n".join(f"  {line}" for line in body.splitlines())
    process = Process(
        f"import torch\ndef f(x):\n{lines}\n  return 1".encode(), "f.py", "f", launchers.of("torch"), 30.0, Setup("torch")
    )
    outcome = process.call((np.arange(3.0),), {})
    process.close()
    assert outcome.error is None
    assert outcome.kind == "returned"


def test_the_grader_can_be_read_by_nobody() -> None:
    """A process of the same user finds its memory and its environment closed; it may not be root, who can read all."""
    code = "from grader.launch import Fresh; Fresh().describe(); import ctypes; print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "0\n"


def test_all_calls_together_have_a_budget(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Calls that each end just in time do not add up without end."""
    monkeypatch.setattr("grader.worker.BUDGET", 0.3)
    zygote = Zygote()
    process = Process(b"import time\ndef f(x): time.sleep(0.8)", "f.py", "f", zygote, 10.0)
    outcomes = [process.call((1,), {}) for _ in range(8)]
    process.close()
    zygote.close()
    assert outcomes[0].kind == "returned"
    assert (outcomes[-1].kind, outcomes[-1].value) == ("timeout", "overdrawn")
    assert sum(outcome.kind == "returned" for outcome in outcomes) <= 4
