"""Calls that are made at once give the report that calls one by one give, whatever the file does."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Any

import numpy as np
import pytest
from conftest import ROOT, load

from grader import handins, rehearsal, wire, worker
from grader.exercise import ORDINARY, Exercise, Report, Setup
from grader.grade import grade
from grader.launch import Launchers
from grader.recall import Memory
from grader.rehearsal import Known, Performance, Rehearsal, Script, perform
from grader.report.record import record
from grader.worker import Process, request_for

EXERCISES = (
    "convolution/conv2d",
    "activations/softmax",
    "losses/huber_loss",
    "optimizers/adam_step",
    "initialization/xavier_uniform",  # draws
)
SOFTMAX = "activations/softmax"


def softmax(*lines: str, before: str = "", result: str = "e / e.sum(dim, keepdims=True)") -> str:
    """A right answer, with lines more than it needs."""
    body = [
        *lines,
        "if temperature <= 0: raise ValueError('temperature')",
        "x = x / temperature",
        "e = np.exp(x - x.max(dim, keepdims=True))",
        f"return {result}",
    ]
    head = ["import os, sys, time", "import numpy as np", before, "def softmax(x, dim=-1, temperature=1.0):"]
    return "\n".join([*head, *[f"    {line}" for line in body]])


RIGHT = softmax()
ODD = {
    "prints": softmax("print('here', x.shape)"),
    "prints when loaded": softmax(before="print('loaded')"),
    "writes to standard error": softmax("sys.stderr.write('!')"),
    "leaves the last line unfinished": softmax("print('.', end='')"),
    "prints to both": softmax("print('one', flush=True)", "sys.stderr.write('two')", "print('three')"),
    "prints much": softmax("print('a line of text\\n' * 300)", "sys.stderr.write('!')"),
    "prints more than is kept": softmax("print('a line of text\\n' * 10000)"),
    "prints to the descriptor": softmax("os.write(1, b'here')"),
    "prints what is no text": softmax("sys.stdout.buffer.write(bytes(range(256)))", "print(chr(0xd800))"),
    "closes its output": softmax("sys.stdout.close()"),
    "does not compile": "def softmax(x:\n",
    "has another name": "def softmin(x): return x\n",
    "raises when loaded": "1 / 0\n",
    "ends the process": softmax("os._exit(0)"),
    "ends the process now and then": softmax("global n", "n += 1", "n % 7 or os._exit(3)", before="n = 0"),
    "takes too much memory": softmax("y = bytearray(2**34)"),
    "gives too much": softmax(result="np.zeros(10**7)"),
    "gives much each time": softmax(result="np.zeros(10**5)"),
    "gives an object": softmax(result="object()"),
    "changes its argument": softmax("x -= x.max(dim, keepdims=True)"),
    "gives the same array again": softmax(before="kept = []", result="kept.append(e / e.sum(dim, keepdims=True)) or kept[0]"),
    "warns": softmax("np.log(np.zeros(1))"),
}


@pytest.fixture(scope="module")
def launchers() -> Iterator[Launchers]:
    started = Launchers()
    yield started
    started.close()


@pytest.fixture(autouse=True)
def little_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "AT_ONCE", 5.0)  # a busy machine must not make these tests choose the other way


def reported(exercise: Exercise, report: Report) -> str:
    return json.dumps(record("", exercise, report, ""), indent=1)


class Both:
    """Grades files both ways."""

    def __init__(self, exercise: str, launchers: Launchers, setup: Setup) -> None:
        self.exercise, self.setup = load(exercise), setup
        self.launcher = launchers.of(setup.backend)
        self.rehearsal = Rehearsal(self.exercise, setup, 0)

    def process(self, source: str) -> Process:
        return Process.of(self.exercise, source.encode(), self.launcher, self.setup)

    def one_by_one(self, source: str) -> str:
        process = self.process(source)
        try:
            return reported(self.exercise, grade(self.exercise, process))
        finally:
            process.close()

    def at_once(self, source: str) -> str:
        process = self.process(source)
        try:
            return reported(self.exercise, perform(self.rehearsal, process))
        finally:
            process.close()


@pytest.mark.parametrize("name", EXERCISES)
def test_hand_ins_of_every_kind_have_the_same_report(name: str, launchers: Launchers) -> None:
    both = Both(name, launchers, Setup())
    files = [file for file in handins.hand_ins(ROOT, both.exercise) if file.backend == "numpy"]
    kinds = dict.fromkeys(file.kind for file in files)
    chosen = [file for kind in kinds for file in islice((f for f in files if f.kind == kind), 2 if kind == "mistake" else 1)]
    expected = [both.one_by_one(file.source) for file in chosen]
    both.at_once(chosen[0].source)
    for _ in range(2):  # the second time round everything is known
        for file, same in zip(chosen, expected, strict=True):
            assert both.at_once(file.source) == same, f"{file.kind} {file.name}"
    assert both.rehearsal.script().message


def test_a_twin_has_the_same_report(launchers: Launchers) -> None:
    pytest.importorskip("torch")
    both = Both(SOFTMAX, launchers, Setup("torch"))
    source = (ROOT / "solutions/activations/torch/softmax.py").read_text(encoding="utf-8").replace("from grader", "# from grader")
    for _ in range(3):
        assert both.at_once(source) == both.one_by_one(source)
    assert both.rehearsal.script().message


def test_a_process_that_finds_a_library_loaded_gives_the_same_report(launchers: Launchers) -> None:
    pytest.importorskip("scipy")
    both = Both(SOFTMAX, launchers, Setup())
    allowed = softmax("scipy.special.expit(0.0)", before="import scipy.special")
    sources = [allowed, allowed.replace("expit(0.0)", "softmax(x)")]
    expected = [both.one_by_one(source) for source in sources]
    assert '"forbidden"' in expected[1]
    both.launcher = launchers.of("numpy", ["scipy.special"])
    for _ in range(2):
        assert [both.at_once(source) for source in sources] == expected


def test_launchers_with_libraries_are_few(launchers: Launchers) -> None:
    first = launchers.of("numpy", ["json"])
    for library in ("csv", "bisect", "heapq"):
        launchers.of("numpy", [library])
    assert launchers.of("numpy") is launchers.of("numpy")
    assert launchers.of("numpy", ["heapq"]) is launchers.of("numpy", ["heapq"])
    assert launchers.of("numpy", ["json"]) is not first


def test_a_library_that_is_not_there_is_no_hindrance(launchers: Launchers) -> None:
    both = Both(SOFTMAX, launchers, Setup())
    expected = both.one_by_one(RIGHT)
    both.launcher = launchers.of("numpy", ["no_such_library"])
    assert both.at_once(RIGHT) == expected


@pytest.mark.parametrize("odd", ODD)
def test_a_file_that_is_odd_has_the_same_report(odd: str, launchers: Launchers) -> None:
    both = Both(SOFTMAX, launchers, Setup())
    both.at_once(RIGHT)
    for _ in range(2):
        assert both.at_once(ODD[odd]) == both.one_by_one(ODD[odd])


def test_what_hangs_is_found_out_call_by_call(launchers: Launchers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "AT_ONCE", 0.3)
    both = Both(SOFTMAX, launchers, Setup())
    both.exercise = replace(both.exercise, about=replace(both.exercise.about, deadline=0.3))
    both.at_once(RIGHT)
    slow = softmax("time.sleep(60 if x.ndim == 3 else 0)")
    assert '"timeout"' in both.at_once(slow)


def test_a_file_that_hangs_when_it_is_loaded_is_waited_for_once(launchers: Launchers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "LOAD_DEADLINE", 0.3)
    both = Both(SOFTMAX, launchers, Setup())
    both.at_once(RIGHT)
    process = both.process("while True: pass")
    performance = Performance(process, both.rehearsal.script())
    started = []
    monkeypatch.setattr(process, "_started", lambda: started.append(1))
    outcome = performance.call((np.ones(3),), {})
    assert (outcome.kind, outcome.value, started) == ("timeout", "loading", [])
    process.close()


def test_most_files_are_asked_once_for_all(launchers: Launchers, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else the machinery would be for nothing."""
    both = Both(SOFTMAX, launchers, Setup())
    both.at_once(RIGHT)
    asked: list[Any] = []
    original = Process.call
    monkeypatch.setattr(Process, "call", lambda self, *given: asked.append(given) or original(self, *given))
    both.at_once(RIGHT + "  # another")
    both.at_once("def softmax(x, dim=-1, temperature=1.0):\n    raise NotImplementedError\n")
    both.at_once(ODD["warns"])  # what Python prints travels with each reply
    both.at_once(ODD["leaves the last line unfinished"])
    assert asked == []
    both.at_once("def softmax(x, dim=-1, temperature=1.0):\n    return x + 0.0\n")
    assert len(asked) <= 1  # what is wrong in float32 is tried in float64


def test_a_file_with_known_replies_is_asked_again_and_judged_by_what_it_answers_then(launchers: Launchers) -> None:
    """It changes an argument in some calls: whether it does so in any, is asked for besides."""
    untidy = softmax("y = x", "x = x.copy()", result="(e / e.sum(dim, keepdims=True), y.ndim == 1 and y.fill(0.0))[0]")
    both, fresh = Both(SOFTMAX, launchers, Setup()), Both(SOFTMAX, launchers, Setup())
    for each in (both, fresh):
        each.at_once(RIGHT)
    count = sum(map(len, both.rehearsal.script().asked.values()))
    later = f"(y.ndim == 1 or n > {count})"
    changes = untidy.replace("y = x", "global n; n += 1; y = x").replace("y.ndim == 1", later).replace("def ", "n = 0\ndef ")
    known = both.at_once(untidy)
    asked: list[Any] = []
    original = Process.call

    def call(process: Process, *given: Any) -> Any:
        asked.append(given)
        return original(process, *given)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Process, "call", call)
        assert both.at_once(untidy + "# a copy") == known
        assert asked  # once more, and nothing was judged anew
        assert both.at_once(changes) == fresh.at_once(changes) != known


def test_a_zygote_that_is_replaced_is_taught_again(launchers: Launchers) -> None:
    both = Both(SOFTMAX, launchers, Setup())
    right = RIGHT
    both.at_once(right)
    before = both.at_once(right)
    both.launcher.restart()
    process = both.process(right)
    assert Performance(process, both.rehearsal.script()).replies
    process.close()
    assert both.at_once(right) == before


def request(*args: Any) -> bytes:
    return b"".join(request_for(args, {}, ORDINARY))


def test_what_is_known_is_what_every_file_was_asked() -> None:
    rehearsed = Rehearsal(load(SOFTMAX), Setup(), 0)
    check = rehearsed.checks[0].id
    one, two, three = map(request, (1, 2, 3))
    rehearsed.learn(check, [one, two, three])
    assert rehearsed.script().asked[check] == (one, two, three)
    rehearsed.learn(check, [one, three])
    assert rehearsed.script().asked[check] == (one,)
    rehearsed.learn(check, [one, two, three])
    assert rehearsed.script().asked[check] == (one,)
    assert wire.decode(rehearsed.script().message) == {"at_once": [wire.decode(one)]}


def test_what_would_be_too_much_at_once_is_asked_when_it_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    rehearsed = Rehearsal(load(SOFTMAX), Setup(), 0)
    first, second = (check.id for check in rehearsed.checks[:2])
    rehearsed.learn(first, [request(1)])
    rehearsed.learn(second, [request(np.zeros(100))])
    assert list(rehearsed.script().asked)[:2] == [first, second]
    monkeypatch.setattr(rehearsal, "MOST_ASKED", 500)
    assert list(rehearsed.script().asked) == [first]


def test_what_is_kept_stays_small() -> None:
    rehearsed = Rehearsal(load(SOFTMAX), Setup(), 0, Memory(5 * 200))
    for number in range(20):
        rehearsed.keep("check", bytes([number]), Known((), ()))
        assert rehearsed.known("check", b"\0") is not None  # which is asked for, and so stays
    kept = [number for number in range(20) if rehearsed.known("check", bytes([number]))]
    assert kept == [0, 16, 17, 18, 19]


class Answering:
    """Stands for a process that answers everything with the same bytes."""

    setup = Setup()
    confinement = ()

    def __init__(self, reply: bytes) -> None:
        self.reply = reply
        self.stopped: list[str] = []

    def at_once(self, message: bytes, count: int) -> list[bytes]:
        return [self.reply] * count

    def spoiled(self, stop: Any) -> str:
        self.stopped.append(stop.kind)
        return "spoiled"


@pytest.mark.parametrize(
    "reply", [b"", b"\0" * 8, wire.encode(3), wire.encode({"kind": "fine"}), wire.encode({"kind": "raised"})]
)
def test_a_reply_that_no_child_of_ours_gives_is_garbled(reply: bytes) -> None:
    process: Any = Answering(reply)
    performance = Performance(process, Script({"check": (request(1),)}, b"message"))
    performance.begin("check")
    assert performance.call((1,), {}) == "spoiled"
    assert process.stopped == ["garbled"]


def test_replies_are_told_apart_by_where_one_ends() -> None:
    assert rehearsal._digest([b"ab", b"c"]) != rehearsal._digest([b"a", b"bc"]) != rehearsal._digest([b"abc"])
