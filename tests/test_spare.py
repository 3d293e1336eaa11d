"""A process that was started ahead of the file: held before there is one, used once, and never in anybody's way."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from course import linked_course

from grader import wire
from grader.conversation import Conversation, rules_for
from grader.exercise import ORDINARY, Setup
from grader.launch import Fresh, Zygote, launcher
from grader.learn.live import Live
from grader.worker import Process, request_for

RELU = "activations/relu"
X = np.array([-1.0, 2.0])
LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the zygote forks on Linux alone")


@pytest.fixture(scope="module", params=[pytest.param("zygote", marks=LINUX), "fresh"])
def launch(request: pytest.FixtureRequest) -> Iterator[Zygote | Fresh]:
    started = launcher() if request.param == "zygote" else Fresh()
    yield started
    started.close()


def spare_of(launch: Zygote | Fresh, threads: bool = False) -> Conversation:
    return Conversation(launch, rules_for(launch, Setup(), threads))


def end(spare: Conversation) -> None:
    """As a machine without memory ends a process."""
    pid = int(spare.child) if isinstance(spare.launch, Fresh) else held(spare.launch)
    os.kill(pid, signal.SIGKILL)
    while Path(f"/proc/{pid}").exists() and "State:\tZ" not in status_of(pid):
        time.sleep(0.01)


def held(launch: Zygote) -> int:
    """The child that has been forked, when the last layer is on."""
    until = time.monotonic() + 30
    while time.monotonic() < until:
        pids = Path(f"/proc/{launch.pid}/task/{launch.pid}/children").read_text().split()
        if len(pids) == 1 and "Seccomp:\t2" in status_of(int(pids[0])):
            return int(pids[0])
        time.sleep(0.01)
    raise AssertionError("no child is held")


def status_of(pid: int) -> str:
    return Path(f"/proc/{pid}/status").read_text()


def process_with(launch: Zygote | Fresh, spare: Conversation | None) -> Process:
    process = Process(b"def f(x): return x + 1", "f.py", "f", launch)
    process.use(spare)
    return process


def gives_what_it_should(process: Process) -> bool:
    outcome = process.call((X,), {})
    return outcome.kind == "returned" and np.array_equal(outcome.value, X + 1)


@LINUX
def test_one_that_has_died_is_nobodys_fault(launch: Zygote | Fresh) -> None:
    for at_once in (True, False):
        spare = spare_of(launch)
        end(spare)
        process = process_with(launch, spare)
        if at_once:
            message = wire.encode({"at_once": [wire.decode(b"".join(request_for((X,), {}, ORDINARY)))]})
            assert process.at_once(message, 1) == []
        assert gives_what_it_should(process)
        process.close()


def test_one_that_is_held_otherwise_is_ended(launch: Zygote | Fresh) -> None:
    spare = spare_of(launch, threads=True)
    process = process_with(launch, spare)
    assert process._spare is None
    assert gives_what_it_should(process)
    assert spare._channel.fileno() == -1
    process.close()


def test_one_that_fits_gets_the_file(launch: Zygote | Fresh) -> None:
    spare = spare_of(launch)
    process = process_with(launch, spare)
    assert gives_what_it_should(process)
    assert process._line is spare
    assert "process" in process.confinement
    process.close()
    unused = process_with(launch, spare_of(launch))
    unused.close()
    assert unused._spare is None


@pytest.mark.parametrize("when", ["before", "after", "never"])
def test_it_answers_at_once_whatever_it_was_taught(launch: Zygote | Fresh, when: str) -> None:
    """What was taught after it began is told to it whole."""
    message = wire.encode({"at_once": [wire.decode(b"".join(request_for((X, when), {}, ORDINARY)))]})
    if when == "before":
        launch.teach(message)
    spare = spare_of(launch)
    if when == "after":
        launch.teach(message)
    process = Process(b"def f(x, when): return x + 1", "f.py", "f", launch)
    process.use(spare)
    (reply,) = process.at_once(message, 1)
    assert np.array_equal(wire.decode(reply, layouts=False)["value"], X + 1)
    process.close()


@LINUX
def test_it_is_held_before_there_is_a_file(launch: Zygote | Fresh) -> None:
    if isinstance(launch, Fresh):
        pytest.skip("its processes are no children of a process of ours")
    spare = spare_of(launch)
    status = status_of(held(launch))
    assert "NoNewPrivs:\t1" in status
    assert "CapEff:\t0000000000000000" in status
    spare.drop()


@LINUX
def test_a_watch_has_one_ready_for_the_next_save(tmp_path: Path) -> None:
    """Also for a save in another library, and when it has died meanwhile."""
    live = Live(linked_course(tmp_path).root)
    text = b"import numpy as np\ndef relu(x):\n    return np.maximum(x, 0)\n"
    try:
        for number in range(3):
            assert live.grade(RELU, text + b"#" * number).passed
            assert live._spare is None
            live.rehearse(RELU, text)
            assert live._spare is not None
        end(live._spare)
        assert live.grade(RELU, text + b"# again\n").passed
        live.rehearse(RELU, text)
        assert not live.grade(RELU, b"import torch\ndef relu(x):\n    return x\n").passed
        assert live._spare is None
    finally:
        live.close()
