"""Runs the learner's code in a process of its own, and talks to it with data, deadlines and limits."""

from __future__ import annotations

import os
import select
import signal
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import numpy as np

from grader import frames, wire
from grader.exercise import NUMPY, ORDINARY, Exercise, How, Outcome, Setup
from grader.launch import START_DEADLINE, Fresh, Unconfined, WorkerError, Zygote
from grader.replies import Stop, answer_call_back, outcome_of, remember

LOAD_DEADLINE = 10.0  # seconds to import the learner's file
STRIKES = 3  # calls that may hang or kill the process before the rest is no longer tried
BUDGET = 20  # deadlines that all calls may take together
KEPT_OUTPUT = 64 * 1024
MOST_PARTS = 64  # of the output that are read at once: more than a pipe holds
CALL_BACK_MEMORY = 256 * 2**20  # bytes
GRACE = 0.5  # seconds for a process that has hung up to end by itself, so that its exit status is known


class Process:
    """The learner's file in a process of its own.  A hang, a crash or a flood costs one call, not the session."""

    def __init__(
        self,
        source: bytes,
        filename: str,
        name: str,
        launch: Zygote | Fresh,
        deadline: float = 3.0,
        setup: Setup = NUMPY,
        forbid: tuple[str, ...] = (),
        threads: bool = False,
    ) -> None:
        self.setup = setup
        self._file = {"source": np.frombuffer(source, np.uint8), "filename": filename, "name": name, "forbid": list(forbid)}
        self._file |= {"backend": setup.backend, "device": setup.device, "threads": threads, "required": list(launch.required)}
        self.confinement: tuple[str, ...] = ()  # known once a process has started
        self.missing: dict[str, str] = {}  # layers that do not hold it, and why
        self._launcher = launch
        self._deadline = deadline
        self._child = ""
        self._stops: list[Outcome] = []
        self._spent = 0.0  # seconds
        self._printed = bytearray()
        self._loading = False
        self._closed = False  # the learner closed its end of the output pipe

    @classmethod
    def of(cls, exercise: Exercise, source: bytes, launch: Zygote | Fresh, setup: Setup = NUMPY, filename: str = "") -> Process:
        """A learner's file for an exercise, under the exercise's own rules."""
        about, filename = exercise.about, filename or f"{exercise.name}.py"
        return cls(source, filename, exercise.name, launch, about.deadline, setup, about.forbid, about.threads)

    def call(self, args: tuple[Any, ...], kwargs: Mapping[str, Any], how: How = ORDINARY) -> Outcome:
        """One call of the learner's function, unless what happened before shows that there is no point in it."""
        if self._stops and self._stops[-1].value == "loading":
            return self._stops[-1]
        if len(self._stops) >= STRIKES:
            return self._stops[-1]._replace(value="untried", printed="")
        if self._spent >= BUDGET * self._deadline:
            return Outcome("timeout", "overdrawn")
        for last in (False, True):
            try:
                return self._attempt(args, kwargs, how)
            except Unconfined:
                raise
            except WorkerError:  # where there is no seccomp, a learner may kill what starts processes
                self._launcher.restart()
                if last and not self.confinement:  # none has ever started for this file: it is not the one to blame
                    raise
        self._stops.append(Outcome("killed", status=signal.SIGKILL))
        return self._stops[-1]

    def _attempt(self, args: tuple[Any, ...], kwargs: Mapping[str, Any], how: How) -> Outcome:
        functions: list[Callable[..., Any]] = []
        request = wire.pieces({"args": args, "kwargs": dict(kwargs), "how": how._asdict()}, remember(functions))
        self._printed.clear()
        try:
            self.prepare()
            self._await_loaded()
            return self._converse(request, functions)
        except Stop as stop:
            self._stops.append(self._end(stop))
            return self._stops[-1]

    def prepare(self) -> None:
        """Start the process and send it the file, without waiting for it to be loaded."""
        if not self._child:
            self._start()
            self._loading = True
            self._send(wire.pieces(self._file), time.monotonic() + START_DEADLINE)

    def versions(self) -> dict[str, str]:
        """What the learner's side of a Report depends on; nothing more than this side's where PyTorch is not used."""
        return self._launcher.describe() if self.setup.backend == "torch" else {}

    def close(self) -> None:
        if self._child:
            self._launcher.drop(self._child)
            self._hang_up()

    def _hang_up(self) -> None:
        self._child = ""
        self._channel.close()
        os.close(self._output)

    def _start(self) -> None:
        self._channel, far = frames.pair()
        self._output, output_end = os.pipe()
        try:
            self._child = self._launcher.start((far.fileno(), output_end))
        except BaseException:
            self._hang_up()
            raise
        finally:
            far.close()
            os.close(output_end)
        self._channel.setblocking(False)
        os.set_blocking(self._output, False)
        self._frames = frames.Frames(self._channel)
        self._closed = False
        self._poll = select.poll()
        self._poll.register(self._output, select.POLLIN)

    def _await_loaded(self) -> None:
        if not self._loading:
            return
        self._await_ready()
        try:
            if self._receive(time.monotonic() + LOAD_DEADLINE).get("kind") != "loaded":
                raise Stop("garbled")
        except Stop as stop:
            raise Stop(stop.kind, "loading") from None
        self._loading = False

    def _await_ready(self) -> None:
        """Until then nothing of the learner's has run: whatever goes wrong is no fault of theirs."""
        try:
            ready = self._receive(time.monotonic() + START_DEADLINE)
            self.confinement, self.missing = tuple(ready["layers"]), ready["missing"]
        except (Stop, KeyError) as error:
            self._end(Stop("exited"))
            raise WorkerError("the process for the learner's code did not start") from error
        if self._launcher.required - {layer.split()[0] for layer in self.confinement}:
            self._end(Stop("exited"))
            raise Unconfined(self.missing)

    def _converse(self, request: wire.Pieces, functions: list[Callable[..., Any]]) -> Outcome:
        """Send the request, answer call-backs, and read the reply, all before one deadline."""
        start = time.monotonic()
        until = start + min(self._deadline, BUDGET * self._deadline - self._spent)
        try:
            self._send(request, until)
            while (reply := self._receive(until)).get("kind") == "callback":
                with _little_memory():
                    answer = answer_call_back(reply, functions)
                self._send([answer], until)
            self._drain()
            return outcome_of(reply, self._text())
        finally:
            self._spent += time.monotonic() - start

    def _send(self, message: wire.Pieces, until: float) -> None:
        try:
            self._frames.send(message, lambda event: self._wait(event, until))
        except frames.Ended:
            raise Stop("exited") from None

    def _receive(self, until: float) -> dict[str, Any]:
        if time.monotonic() > until:  # a child that always has something to say never makes us wait
            raise Stop("timeout")
        try:
            reply = wire.decode(self._frames.receive(lambda event: self._wait(event, until)), layouts=False)
        except frames.Ended:
            raise Stop("exited") from None
        except (frames.TooLong, wire.WireError):
            raise Stop("garbled") from None
        if not isinstance(reply, dict):
            raise Stop("garbled")
        if time.monotonic() > until:  # it took long to read
            raise Stop("timeout")
        return reply

    def _wait(self, event: int, until: float) -> None:
        """Sleep until the channel is ready, keeping the output pipe from filling up."""
        left = until - time.monotonic()
        if left <= 0:
            raise Stop("timeout")
        self._poll.register(self._channel, event)
        if any(fd == self._output for fd, _ in self._poll.poll(left * 1000)):
            self._drain(once=True)

    def _drain(self, once: bool = False) -> None:
        """Read what was printed; keep the beginning, drop the rest, and let nobody who goes on printing keep us here."""
        for _ in range(MOST_PARTS):
            try:
                part = os.read(self._output, 2**16)
            except BlockingIOError:
                return
            if not part and not self._closed:
                self._poll.unregister(self._output)
                self._closed = True
            if len(self._printed) < KEPT_OUTPUT:
                self._printed += part[: KEPT_OUTPUT - len(self._printed)]
            if once or not part:
                return

    def _end(self, stop: Stop) -> Outcome:
        """Bury the child and say how it ended."""
        kind, status = stop.kind, 0
        if self._child:
            try:
                status = self._launcher.bury(self._child, GRACE if stop.kind == "exited" else 0.0)
                self._drain(once=True)
            finally:
                self._hang_up()
        if kind == "exited" and status < 0:
            kind, status = "killed", -status
        return Outcome(kind, stop.value, printed=self._text(), status=status)

    def _text(self) -> str:
        text = bytes(self._printed).decode("utf-8", "replace")
        return text + "\n... (the rest is not kept)" if len(self._printed) >= KEPT_OUTPUT else text


@contextmanager
def _little_memory() -> Iterator[None]:
    """A function of ours, called with a learner's arrays, must not take more memory than such a call needs."""
    from grader import sandbox  # noqa: PLC0415  # POSIX only

    with sandbox.limited(CALL_BACK_MEMORY):
        yield
