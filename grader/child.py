"""Runs the learner's code.  The only module that does, and it knows nothing but `wire` and its tools.

It confines itself, loads the learner's file, and answers calls until the grader hangs up.
"""

from __future__ import annotations

import linecache
import os
import socket
import sys
import types
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from grader import frames, measure, memory, program, tensors, wire
from grader.watch import LEARNER, Watch

if TYPE_CHECKING:
    from grader.sandbox import Confinement, Prepared

CLIP = 2000  # characters of an exception's message that travel
FRAMES = 3  # of the learner's own stack frames
KEPT = 3  # results that the next one is held against


class Runner:
    """A learner's file, to be loaded once, and the function in it, called again and again."""

    def __init__(self, file: dict[str, Any], let_through: tuple[type[BaseException], ...] = ()) -> None:
        self.let_through = let_through  # exceptions that are not the learner's: Ctrl-C where a person is at the keyboard
        self.filename, self.name = file["filename"], file["name"]
        self.device = file["device"] if file["backend"] == "torch" and "torch" in sys.modules else ""
        source = bytes(file["source"])
        self.watch = Watch(tuple(file["forbid"]), self.filename, source)
        self.function: Any = None
        self.failure: list[Any] | None = None
        self._source = source
        self._earlier: list[Any] = []  # kept, so that a later result cannot lie where one of them lay by chance

    def load(self) -> None:
        """Compile and run the file, and remember what went wrong."""
        self.failure = self._load(self._source)
        self.watch.set_guards()

    def _load(self, source: bytes) -> list[Any] | None:
        module = types.ModuleType(LEARNER)
        module.__file__ = self.filename
        sys.modules[LEARNER] = module
        text = source.decode("utf-8", "replace")
        linecache.cache[self.filename] = (len(source), None, text.splitlines(True), self.filename)
        try:
            exec(compile(source, self.filename, "exec", dont_inherit=True), module.__dict__)
        except self.let_through:
            raise
        except BaseException as error:
            return self._describe(error)
        self.function = module.__dict__.get(self.name)
        if callable(self.function):
            return None
        there = sorted(n for n, v in module.__dict__.items() if isinstance(v, types.FunctionType) and v.__module__ == LEARNER)
        return [wire.MISSING, [], "" if self.function is None else type(self.function).__name__, there[:20]]

    def answer(self, request: dict[str, Any], call_back: Callable[[int], Any]) -> dict[str, Any]:
        """Call the function; the reply holds plain data, or what to say of what is not."""
        if self.failure is not None:
            return {"kind": "unloadable", "error": self.failure}
        how = request["how"]
        if how["first"]:
            self._earlier = []
        before = memory.fingerprints(request["args"], request["kwargs"])
        args, kwargs = self._given(request, call_back, how)
        function = program.played(self.function, self.name) if how["plays"] else self.function
        inputs = tensors.attached((args, kwargs)) if how["cotangents"] and self.device else []
        standing = memory.positions(args, kwargs)
        reply: dict[str, Any]
        aliased: list[str] = []
        try:
            with self.watch.armed():
                value, number = measure.measured(how["measure"], lambda: function(*args, **kwargs))
            aliased = self._not_new(value, args, kwargs)
            reply = {"kind": "returned", "measured": number, **self._taken(value, inputs, how)}
        except self.let_through:
            raise
        except BaseException as error:
            reply = {"kind": "raised", "error": self._describe(error)}
        if self.watch.seen:
            forbidden, called, line = self.watch.seen[0]
            return {"kind": "forbidden", "error": [forbidden, [], called, [line] if line else []]}
        changed = memory.changed(before, tensors.take((args, kwargs)) if self.device else (args, kwargs))
        drawn = memory.drawn_from(standing, args, kwargs)
        return reply | {"mutated": changed, "aliased": aliased, "drawn": drawn}

    def _given(self, request: dict[str, Any], call_back: Callable[[int], Any], how: dict[str, Any]) -> tuple[Any, Any]:
        """Arguments as the learner sees them: arrays or tensors, and functions that ask the grader."""
        if not self.device:
            return _callable(request["args"], call_back), _callable(request["kwargs"], call_back)
        grad = bool(how["cotangents"])

        def given(value: Any) -> Any:
            plain = _callable(value, lambda handle: tensors.taking_arrays(call_back(handle), self.device))
            return tensors.give(plain, self.device, how["cast"], grad)

        args, kwargs = given(request["args"]), given(request["kwargs"])
        tensors.hold_still((args, kwargs), how["inert"])
        return args, kwargs

    def _taken(self, value: Any, inputs: list[Any], how: dict[str, Any]) -> dict[str, Any]:
        """A result as plain data, what it was before, and its gradients where they are asked for."""
        if not self.device:
            return {"value": value}
        taken = {"value": tensors.take(value), "leaves": tensors.facts(value)}
        if how["cotangents"]:
            try:
                taken["gradients"] = tensors.pull_back(value, inputs, how["cotangents"])
            except Exception as error:
                taken["error"] = self._describe(error)
        return taken

    def _not_new(self, value: Any, args: Any, kwargs: dict[str, Any]) -> list[str]:
        """The arguments that the result shares memory with."""
        mine = list(memory.places(value))
        names = memory.shared_with(mine, memory.named(args, kwargs), memory.places(self._earlier, writable=True))
        self._earlier = [*self._earlier, value][-KEPT:] if mine else self._earlier
        return names

    def _describe(self, error: BaseException) -> list[Any]:
        """Type, builtin bases, message and the learner's own frames of an exception, as plain text."""
        bases = [kind.__name__ for kind in type(error).__mro__ if kind.__module__ == "builtins"]
        if isinstance(error, SyntaxError):
            where = f"line {error.lineno}: {(error.text or '').strip()}" if error.filename == self.filename else ""
            return [type(error).__name__, bases, str(error.msg)[:CLIP], [where] if where else []]
        try:
            message = str(error)[:CLIP]
        except BaseException:
            message = "(its message could not be read)"
        return [type(error).__name__, bases, message, self._frames(error)]

    def _frames(self, error: BaseException) -> list[str]:
        frames: list[str] = []
        step = error.__traceback__
        while step is not None:
            code = step.tb_frame.f_code
            if code.co_filename == self.filename:
                line = linecache.getline(self.filename, step.tb_lineno).strip()
                frames.append(f"line {step.tb_lineno}, in {code.co_name}: {line}"[:200])
                frames = frames[-FRAMES:]
            step = step.tb_next
        return frames


def _callable(value: Any, call_back: Callable[[int], Any]) -> Any:
    """Arguments as the learner sees them: a handle becomes a function that asks the grader."""
    if isinstance(value, wire.Opaque):
        return call_back(value.handle)
    if isinstance(value, list | tuple):
        return type(value)(_callable(item, call_back) for item in value)
    if isinstance(value, dict):
        return {key: _callable(item, call_back) for key, item in value.items()}
    return value


def serve(channel: frames.Frames, file: dict[str, Any], confinement: Confinement) -> None:
    """Say what holds this process, load the file, then answer calls until the grader hangs up."""
    runner = Runner(file)
    channel.send(wire.pieces({"kind": "ready", **confinement._asdict()}))
    if set(file["required"]) - {layer.split()[0] for layer in confinement.layers}:
        os._exit(0)
    runner.load()
    channel.send(wire.pieces({"kind": "loaded"}))
    while True:
        reply = runner.answer(receive(channel), lambda handle: _ask_grader(channel, handle))
        for stream in (sys.stdout, sys.stderr):
            try:
                stream.flush()
            except BaseException:  # the learner may have closed or replaced it
                continue
        channel.send(encoded(reply))


def encoded(reply: dict[str, Any]) -> wire.Pieces:
    try:
        return wire.pieces(reply)
    except wire.TooLarge as too_large:
        return wire.pieces({"kind": "monster", "value": str(too_large)})
    except BaseException:  # a result that breaks while it is looked at
        return wire.pieces({**reply, "value": object()})


def _ask_grader(channel: frames.Frames, handle: int) -> Callable[..., Any]:
    """A function that lives in the grader: its arguments go there as data, and its result comes back."""

    def given_function(*args: Any) -> Any:
        channel.send(encoded({"kind": "callback", "handle": handle, "value": args}))
        answer = receive(channel)
        if answer["error"]:
            raise ValueError(answer["error"])
        return answer["value"]

    return given_function


def receive(channel: frames.Frames) -> Any:
    """One message from the grader; the process ends when there is none."""
    try:
        return wire.decode(channel.receive())
    except frames.Ended:
        os._exit(0)


def become_child(channel_fd: int, output_fd: int, prepared: Prepared) -> None:
    """Receive the file, confine this process, then serve.  Never returns."""
    from grader import kernel, sandbox  # noqa: PLC0415  # POSIX only, and needed in the child alone

    try:
        os.setsid()
        kernel.undumpable()
        os.dup2(output_fd, 1)
        os.dup2(output_fd, 2)
        channel = frames.Frames(socket.socket(fileno=channel_fd))
        file = receive(channel)
        if file["backend"] == "torch":
            tensors.equip(file["device"])
        confinement = sandbox.confine({channel_fd}, prepared, file["device"] != "cpu", file["threads"])
        for number, name in ((1, "stdout"), (2, "stderr")):
            setattr(sys, name, open(number, "w", encoding="utf-8", errors="backslashreplace", closefd=False))
        serve(channel, file, confinement)
    except BaseException as error:
        os.write(2, f"the kit's own process failed: {error!r}".encode())
        os._exit(1)
