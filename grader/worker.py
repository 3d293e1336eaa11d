"""Runs the learner's code in a process of its own, and talks to it with data, deadlines and limits."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import numpy as np

from grader import wire
from grader.conversation import Conversation, rules_for
from grader.exercise import NUMPY, ORDINARY, Exercise, How, Outcome, Setup
from grader.launch import START_DEADLINE, Fresh, Unconfined, WorkerError, Zygote, named
from grader.replies import Stop, answer_call_back, outcome_of, remember

LOAD_DEADLINE = 10.0  # seconds to import the learner's file
STRIKES = 3  # calls that may hang or kill the process before the rest is no longer tried
BUDGET = 20  # deadlines that all calls may take together
AT_ONCE = 1.0  # seconds for many calls together, before each gets its own deadline
MOST_AT_ONCE = 4 * 2**20  # bytes of what they answer
IN_ADVANCE = 2**16  # bytes that a socket holds while nobody reads them
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
        self._rules = rules_for(launch, setup, threads)
        self.confinement: tuple[str, ...] = ()  # known once a process has started
        self.missing: dict[str, str] = {}  # layers that do not hold it, and why
        self._launcher = launch
        self._deadline = deadline
        self._line: Conversation | None = None
        self._spare: Conversation | None = None
        self._stops: list[Outcome] = []
        self._spent = 0.0  # seconds
        self._loading = False

    @classmethod
    def of(cls, exercise: Exercise, source: bytes, launch: Zygote | Fresh, setup: Setup = NUMPY, filename: str = "") -> Process:
        """A learner's file for an exercise, under the exercise's own rules."""
        about, filename = exercise.about, filename or f"{exercise.name}.py"
        return cls(source, filename, exercise.name, launch, about.deadline, setup, about.forbid, about.threads)

    def use(self, spare: Conversation | None) -> None:
        """A process that was started ahead, if it is held by the same rules; one that is not is ended."""
        if spare is not None and (spare.launch is not self._launcher or spare.rules != self._rules):
            spare.drop()
            spare = None
        self._spare = spare

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
        request = request_for(args, kwargs, how, remember(functions))
        try:
            line = self._started()
            line.forget()
            self._await_loaded(line)
            return self._converse(line, request, functions)
        except Stop as stop:
            self._stops.append(self._end(stop))
            return self._stops[-1]

    def at_once(self, message: bytes, count: int) -> list[bytes]:
        """The replies to many calls, made one after the other without a word in between; see `grader.rehearsal`.

        None at all where anything is unusual, such as a word that comes by no stream of Python's: then it is as if nothing had
        been called, and what there is to say is found out by `call`.
        """
        replies: list[bytes] = []
        try:
            message = self._shortened(message)
            line = self._started()
            if len(message) <= IN_ADVANCE:
                line.send([message], time.monotonic() + START_DEADLINE)
            self._await_loaded(line)
            until, size = time.monotonic() + AT_ONCE, 0
            if len(message) > IN_ADVANCE:
                line.send([message], until)
            while len(replies) < count and size <= MOST_AT_ONCE:
                replies.append(bytes(line.receive_raw(until)))
                size += len(replies[-1])
            line.drain()
            if line.quiet and size <= MOST_AT_ONCE:
                return replies
        except Stop as stop:
            if stop.value == "loading":  # which is not tried again
                self._stops.append(self._end(stop))
        except WorkerError:
            pass
        self.close()
        return []

    def _shortened(self, message: bytes) -> bytes:
        """The name alone of a message that a process finds when it begins."""
        if self._line is not None:
            return message
        name = self._launcher.teach(message) if self._spare is None else named(message)
        known = self._spare is None or name in self._spare.knows
        return wire.encode({"at_once": name}) if name and known else message

    def spoiled(self, stop: Stop) -> Outcome:
        """The process has answered what no child of ours answers."""
        self._stops.append(self._end(stop))
        return self._stops[-1]

    def prepare(self) -> None:
        """Start the process and send it the file, without waiting for it to be loaded."""
        self._started()

    def _started(self) -> Conversation:
        if self._line is None:
            self._line, self._spare = self._spare or Conversation(self._launcher, self._rules), None
            self._loading = True
            try:
                self._line.send(wire.pieces(self._file), time.monotonic() + START_DEADLINE)
            except Stop as stop:
                raise self._not_begun() from stop
        return self._line

    def versions(self) -> dict[str, str]:
        """What the learner's side of a Report depends on; nothing more than this side's where PyTorch is not used."""
        if self.setup.backend != "torch":
            return {}
        try:
            return self._launcher.describe()
        except WorkerError:  # where there is no seccomp, a learner may have killed what starts processes
            self._launcher.restart()
            return self._launcher.describe()

    def close(self) -> None:
        lines, self._line, self._spare = (self._line, self._spare), None, None
        for line in lines:
            if line is not None:
                line.drop()

    def _hang_up(self) -> None:
        line, self._line = self._line, None
        if line is not None:
            line.hang_up()

    def _await_loaded(self, line: Conversation) -> None:
        if not self._loading:
            return
        self._await_ready(line)
        try:
            if line.receive(time.monotonic() + LOAD_DEADLINE).get("kind") != "loaded":
                raise Stop("garbled")
        except Stop as stop:
            raise Stop(stop.kind, "loading") from None
        self._loading = False

    def _await_ready(self, line: Conversation) -> None:
        """Until then nothing of the learner's has run: whatever goes wrong is no fault of theirs."""
        try:
            ready = line.receive(time.monotonic() + START_DEADLINE)
            self.confinement, self.missing = tuple(ready["layers"]), ready["missing"]
        except (Stop, KeyError) as error:
            raise self._not_begun() from error
        if self._launcher.required - {layer.split()[0] for layer in self.confinement}:
            self._end(Stop("exited"))
            raise Unconfined(self.missing)

    def _not_begun(self) -> WorkerError:
        self._end(Stop("exited"))
        return WorkerError("the process for the learner's code did not start")

    def _converse(self, line: Conversation, request: wire.Pieces, functions: list[Callable[..., Any]]) -> Outcome:
        """Send the request, answer call-backs, and read the reply, all before one deadline."""
        start = time.monotonic()
        until = start + min(self._deadline, BUDGET * self._deadline - self._spent)
        try:
            line.send(request, until)
            while (reply := line.receive(until)).get("kind") == "callback":
                with _little_memory():
                    answer = answer_call_back(reply, functions)
                line.send([answer], until)
            line.drain()
            return outcome_of(reply, line.text())
        finally:
            self._spent += time.monotonic() - start

    def _end(self, stop: Stop) -> Outcome:
        """Bury the child and say how it ended."""
        kind, status, printed = stop.kind, 0, ""
        if self._line is not None:
            try:
                status = self._launcher.bury(self._line.child, GRACE if stop.kind == "exited" else 0.0)
                self._line.drain(once=True)
                printed = self._line.text()
            finally:
                self._hang_up()
        if kind == "exited" and status < 0:
            kind, status = "killed", -status
        return Outcome(kind, stop.value, printed=printed, status=status)


def request_for(
    args: tuple[Any, ...], kwargs: Mapping[str, Any], how: How, handle_of: Callable[[Any], int] | None = None
) -> wire.Pieces:
    """One call as a message, with what is not ordinary about it.  `handle_of` gives functions among the arguments a number."""
    special = {name: value for name, value in how._asdict().items() if value}
    return wire.pieces({"args": args, "kwargs": dict(kwargs), "how": special}, handle_of)


@contextmanager
def _little_memory() -> Iterator[None]:
    """A function of ours, called with a learner's arrays, must not take more memory than such a call needs."""
    from grader import sandbox  # noqa: PLC0415  # POSIX only

    with sandbox.limited(CALL_BACK_MEMORY):
        yield
