"""A learner's process can hang, die, lie or flood: it costs one call, and the next learner notices nothing."""

from __future__ import annotations

import os
import signal
import sys
import time
import tracemalloc
from bdb import BdbQuit
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from grader import wire
from grader.exercise import Outcome, Setup
from grader.inprocess import InProcess
from grader.launch import Fresh, WorkerError, Zygote, launcher
from grader.wire import MISSING
from grader.worker import STRIKES, Process

X = np.arange(6.0).reshape(2, 3)
LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the zygote forks on Linux alone")
Start = Callable[..., Process]


@pytest.fixture(scope="module", params=[pytest.param("zygote", marks=LINUX), "fresh"])
def launch(request: pytest.FixtureRequest) -> Iterator[Zygote | Fresh]:
    """Both ways to start a process must behave alike."""
    started = launcher() if request.param == "zygote" else Fresh()
    yield started
    started.close()


@pytest.fixture
def start(launch: Zygote | Fresh) -> Iterator[Start]:
    """Starts workers for a file that defines `f`, and ends them after the test."""
    running: list[Process] = []

    def begin(source: str, deadline: float = 5.0) -> Process:
        running.append(Process(source.encode(), "f.py", "f", launch, deadline))
        return running[-1]

    yield begin
    for worker in running:
        worker.close()


def call(worker: Process | InProcess, *args: Any) -> Outcome:
    return worker.call(args, {})


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        ("import os; os._exit(7)", "exited", 7),
        ("import os; os.kill(os.getpid(), 11)", "killed", 11),
        ("import os; os.closerange(3, 64); return x", "exited", 0),
        ("\n  while True: pass", "timeout", 0),
        ("\n  while True:\n    try:\n      while True: pass\n    except BaseException: pass", "timeout", 0),
        ("\n  while True: print('x' * 1000)", "timeout", 0),
        ("import os, signal; os.kill(os.getpid(), signal.SIGSTOP); return x", "timeout", 0),
    ],
    ids=["exits", "crashes", "hangs up", "loops", "swallows", "prints endlessly", "stops itself"],
)
def test_a_call_that_never_answers(start: Start, body: str, kind: str, status: int) -> None:
    outcome = call(start(f"def f(x): {body}", 0.4), X)
    assert outcome.kind == kind
    assert status in (0, outcome.status)


@pytest.mark.parametrize(
    ("body", "error", "message"),
    [
        ("return np.zeros(10**13)", "MemoryError", "Unable to allocate"),
        ("return f(x)", "RecursionError", "maximum recursion depth"),
        ("import sys; sys.exit(3)", "SystemExit", "3"),
        ("raise KeyboardInterrupt", "KeyboardInterrupt", ""),
        ("raise ValueError('stride')", "ValueError", "stride"),
        ("raise type('Odd', (Exception,), {'__str__': lambda self: 1 / 0})", "Odd", "(its message could not be read)"),
        ("raise ValueError('x' * 10**6)", "ValueError", "x" * 2000),
        ("open('/tmp/forbidden', 'w')", "PermissionError", "Permission denied: '/tmp/forbidden'"),
    ],
)
def test_an_exception_comes_back_as_text(start: Start, body: str, error: str, message: str) -> None:
    outcome = call(start(f"import numpy as np\ndef f(x): {body}"), X)
    assert outcome.kind == "raised"
    assert outcome.error is not None
    assert outcome.error.type == error
    assert message in outcome.error.message
    assert len(outcome.error.message) <= 2000
    assert all("in f" in frame for frame in outcome.error.frames)


@pytest.mark.parametrize(
    ("source", "error"),
    [
        ("def f(x:\n", "SyntaxError"),
        ("def f(x):\nreturn x", "IndentationError"),
        ("import no_such_module\ndef f(x): return x", "ModuleNotFoundError"),
        ("1 / 0", "ZeroDivisionError"),
        ("", MISSING),
        ("f = 3", MISSING),
        ("\0", "SyntaxError"),
        ("raise SystemExit", "SystemExit"),
    ],
)
def test_a_file_that_cannot_be_loaded_says_why(start: Start, source: str, error: str) -> None:
    outcome = call(start(source), X)
    assert outcome.kind == "unloadable"
    assert outcome.error is not None
    assert outcome.error.type == error


def test_a_file_in_another_encoding_is_the_files_fault(launch: Zygote | Fresh) -> None:
    worker = Process("def f(x): return 'ä'".encode("utf-16"), "f.py", "f", launch)
    assert call(worker, X).kind == "unloadable"
    worker.close()


def test_monsters_are_refused_before_they_are_copied(start: Start) -> None:
    worker = start("import numpy as np\ndef f(x): return np.broadcast_to(1.0, (10**9,))")
    outcome = call(worker, X)
    assert (outcome.kind, outcome.value) == ("monster", "float64[1000000000], more than 64 MiB")
    deep = start("def f(x):\n  r = []\n  for _ in range(100000): r = [r]\n  return r")
    assert call(deep, X).kind == "monster"


def test_odd_results_are_named_and_not_asked(start: Start) -> None:
    source = "import numpy as np\nclass Yes(np.ndarray):\n  def __eq__(self, other): return True\n"
    assert call(start(source + "def f(x): return x.view(Yes)"), X).value == wire.Opaque("__learner__.Yes")
    assert call(start("def f(x): return (i for i in x)"), X).value == wire.Opaque("generator")
    objects = call(start("import numpy as np\ndef f(x): return np.array([None, f])"), X).value
    assert objects == wire.Opaque("array of Python objects (dtype=object)")


def test_nonsense_in_the_channel_is_garbled(start: Start) -> None:
    source = "import os\ndef f(x):\n  for fd in range(3, 500):\n    try: os.write(fd, b'\\x40' + bytes(7) + b'junk' * 16)\n"
    outcome = call(start(source + "    except OSError: pass\n  return x"), X)
    assert outcome.kind == "garbled"


def test_a_forged_length_does_not_make_us_wait_or_allocate(start: Start) -> None:
    source = "import os\ndef f(x):\n  for fd in range(3, 500):\n    try: os.write(fd, b'\\xff' * 8)\n    except OSError: pass\n"
    begin = time.monotonic()
    assert call(start(source), X).kind == "garbled"
    assert time.monotonic() - begin < 4


CHANNEL = """
import os, stat
def is_socket(fd):
  try: return stat.S_ISSOCK(os.fstat(fd).st_mode)
  except OSError: return False
fd = next(filter(is_socket, range(3, 1000)))
def f(x):
"""
ASKS = wire.encode({"kind": "callback", "handle": 0, "value": ()})
TOO_MUCH = {
    "a promise": "  os.write(fd, (60 * 2**20).to_bytes(8, 'little'))\n  while True: pass",
    "a trickle": "  import time\n  os.write(fd, bytes([0, 0, 0, 3] + [0] * 4))\n"
    "  while True: os.write(fd, b'x'); time.sleep(0.001)",
    "questions": f"""
  import fcntl
  fcntl.fcntl(fd, fcntl.F_SETFL, os.O_NONBLOCK)
  asks = 100 * {wire.LENGTH.pack(len(ASKS)) + ASKS!r}
  rest = asks
  while True:
    try:
      rest = rest[os.write(fd, rest):] or asks
    except BlockingIOError: pass
    try: os.read(fd, 2**20)
    except BlockingIOError: pass""",
}


@pytest.mark.parametrize("body", TOO_MUCH.values(), ids=TOO_MUCH)
def test_no_talk_outlasts_the_deadline(start: Start, body: str) -> None:
    begin = time.monotonic()
    assert call(start(CHANNEL + body, 0.4), X).kind == "timeout"
    assert time.monotonic() - begin < 5


def test_a_flood_ends_where_a_message_must(start: Start) -> None:
    body = "  while True: os.write(fd, b'\\0\\0\\0\\4\\0\\0\\0\\0' * 2**13)"
    tracemalloc.start()
    outcome = call(start(CHANNEL + body, 10.0), X)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert outcome.kind == "garbled"
    assert peak < 2 * 2**26


@pytest.mark.parametrize("body", ["return x + 1", "return x[::-1].copy()[::-1] + 1", "x += 1; return x.copy()"])
def test_large_arrays_there_and_back(start: Start, body: str) -> None:
    worker, large = start(f"def f(x): {body}"), np.random.default_rng(0).normal(size=(500, 1000))
    for shift in range(3):
        outcome = call(worker, large + shift)
        assert (outcome.kind, outcome.mutated) == ("returned", ("0",) * ("+=" in body))
        assert np.array_equal(outcome.value, large + shift + 1)
        assert outcome.value.flags.owndata
    assert call(worker, X[1]).value.tolist() == (X[1] + 1).tolist()


def test_what_was_printed_is_kept_in_part(start: Start) -> None:
    worker = start("import sys\ndef f(x):\n  print('hello', x.shape); print('oops', file=sys.stderr); return x")
    assert set(call(worker, X).printed.split("\n")) == {"hello (2, 3)", "oops", ""}
    flood = call(start("def f(x):\n  for _ in range(200): print('x' * 10**5)\n  return x"), X)
    assert flood.kind == "returned"
    assert len(flood.printed) < 70_000
    assert flood.printed.endswith("... (the rest is not kept)")


def test_changed_arguments_are_noticed(start: Start) -> None:
    worker = start("def f(x, y, z=None):\n  x[0] = 9\n  z.append(1)\n  return y")
    outcome = worker.call((X, X), {"z": [1]})
    assert set(outcome.mutated) == {"0", "z"}
    assert X[0, 0] == 0.0


def test_functions_are_called_back(start: Start) -> None:
    worker = start("def f(g, x): return g(x) + g(2 * x)")
    assert call(worker, lambda x: float((x**2).sum()), X).value == 5 * float((X**2).sum())
    outcome = call(start("def f(g, x): return g('nonsense')"), lambda x: x / 2, X)
    assert outcome.error is not None
    assert outcome.error.message.startswith("the function you were given cannot take this: TypeError")


def test_after_three_stops_the_rest_is_not_tried(start: Start) -> None:
    worker = start("def f(x):\n  while True: pass", 0.2)
    begin = time.monotonic()
    outcomes = [call(worker, X) for _ in range(50)]
    assert {outcome.kind for outcome in outcomes} == {"timeout"}
    assert time.monotonic() - begin < 10 * STRIKES * 0.2


def test_a_death_leaves_the_next_call_untouched(start: Start) -> None:
    worker = start("import os\ndef f(x):\n  if x[0, 0] == 1: os._exit(1)\n  return x")
    assert [call(worker, X + shift).kind for shift in (0, 1, 2)] == ["returned", "exited", "returned"]


def test_learners_share_nothing(start: Start) -> None:
    first = start("import numpy as np, math\nnp.exp = math.exp = None\ndef f(x): return x")
    second = start("import numpy as np\ndef f(x): return np.exp(x) * len(x)")
    assert call(first, X).kind == "returned"
    assert np.allclose(call(second, X).value, 2 * np.exp(X))


@LINUX
@pytest.mark.parametrize("escape", ["", "os.setsid()", "os.setsid(); os.fork() and os._exit(0)"])
def test_a_child_outlives_nothing(escape: str) -> None:
    """Also not its own children, where it may have some: its session is killed, and what has left that is swept up."""
    zygote = Zygote(without={"seccomp"})
    source = f"import os, time\ndef f(x):\n  if os.fork() == 0:\n    {escape}\n    time.sleep(60)\n  time.sleep(0.2)\n  return 1"
    worker = Process(source.encode(), "f.py", "f", zygote)
    assert call(worker, X).value == 1
    family = _descendants(zygote.pid)
    worker.close()
    deadline = time.monotonic() + 5
    while (left := {pid for pid in family if _runs(pid)}) and time.monotonic() < deadline:
        time.sleep(0.01)
    zygote.close()
    assert len(family) >= 2
    assert not left


def _descendants(pid: int) -> set[int]:
    children = set(map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text().split()))
    return children.union(*map(_descendants, children))


def _runs(pid: int) -> bool:
    status = Path(f"/proc/{pid}/stat")
    try:
        return status.read_text().rsplit(")", 1)[1].split()[0] not in "ZX"
    except OSError:
        return False


def test_environment_and_folders_are_gone(start: Start) -> None:
    os.environ["GRADLINGS_TEST_SECRET"] = "s3cret"
    try:
        worker = start("import os\ndef f(x): return dict(os.environ), os.getcwd(), os.read(0, 10) == b''")
        environment, folder, no_input = call(worker, X).value
    finally:
        del os.environ["GRADLINGS_TEST_SECRET"]
    assert {name for name in environment if not name.endswith(("_NUM_THREADS", "_CACHE_DIR"))} == set()
    assert (folder, no_input) == ("/", True)


@LINUX
def test_a_dead_zygote_is_replaced() -> None:
    """Where there is no seccomp a learner may kill it; those who come after are graded all the same."""
    zygote = Zygote(without={"landlock", "seccomp"})
    sources = (b"import os\ndef f(x): os.kill(os.getppid(), 9); return x", b"def f(x): return x")
    first, second = (Process(source, "f.py", "f", zygote) for source in sources)
    assert call(first, X).kind in ("returned", "killed")  # its own end follows, sooner or later
    assert call(second, X).kind == "returned"
    for owner in (first, second, zygote):
        owner.close()


@LINUX
def test_what_the_machine_has_is_asked_again_where_a_zygote_has_died() -> None:
    zygote = Zygote()
    os.kill(zygote.pid, signal.SIGKILL)
    process = Process(b"def f(x): return x", "f.py", "f", zygote, setup=Setup("torch"))
    assert set(process.versions()) == set(zygote.describe())
    zygote.close()


def test_a_process_that_cannot_be_started_is_our_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("grader.interpreter.BOOT", "raise SystemExit(1)")
    zygote = Zygote()
    worker = Process(b"def f(x): return x", "f.py", "f", zygote)
    with pytest.raises(WorkerError, match="does not answer"):
        call(worker, X)
    zygote.close()


def test_in_process_gives_the_same_outcomes() -> None:
    here = InProcess(b"def f(x):\n  x[0] = 1\n  return x.sum()", "f.py", "f")
    outcome = call(here, X)
    assert (outcome.kind, float(outcome.value), outcome.mutated) == ("returned", 15.0, ("0",))
    assert call(InProcess(b"def f(x): raise ValueError('no')", "f.py", "f"), X).kind == "raised"
    assert (
        call(InProcess(b"import numpy as np\ndef f(x): return np.broadcast_to(1., (10**9,))", "f.py", "f"), X).kind == "monster"
    )


def test_ctrl_c_in_this_process_is_the_persons_and_not_the_learners() -> None:
    for body in ("raise KeyboardInterrupt", "import bdb; raise bdb.BdbQuit"):
        with pytest.raises((KeyboardInterrupt, BdbQuit)):
            call(InProcess(f"def f(x): {body}".encode(), "f.py", "f"), X)
