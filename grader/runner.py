"""Runs the learner's code.  The only module that does, and it knows nothing but `wire` and its tools."""

from __future__ import annotations

import linecache
import sys
import types
from collections.abc import Callable
from typing import Any

from grader import measure, memory, program, tensors, wire
from grader.guards import LEARNER
from grader.watch import Watch

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
        self._earlier: list[tuple[Any, list[memory.Place]]] = []  # kept: no later result can lie where one lay by chance

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
        if how.get("first"):
            self._earlier = []
        before = memory.fingerprints(request["args"], request["kwargs"])
        args, kwargs = self._given(request, call_back, how)
        function = program.played(self.function, self.name) if how.get("plays") else self.function
        inputs = tensors.attached((args, kwargs)) if how.get("cotangents") and self.device else []
        standing = memory.positions(args, kwargs)
        reply: dict[str, Any]
        aliased: list[str] = []
        try:
            with self.watch.armed():
                value, number = measure.measured(how.get("measure", ""), lambda: function(*args, **kwargs))
            aliased = self._not_new(value, args, kwargs)
            reply = {"kind": "returned", **self._taken(value, inputs, how)} | ({"measured": number} if number else {})
        except self.let_through:
            raise
        except BaseException as error:
            reply = {"kind": "raised", "error": self._describe(error)}
        if self.watch.seen:
            forbidden, called, line = self.watch.seen[0]
            return {"kind": "forbidden", "error": [forbidden, [], called, [line] if line else []]}
        changed = memory.changed(before, tensors.take((args, kwargs)) if self.device else (args, kwargs))
        drawn = memory.drawn_from(standing, args, kwargs)
        unusual = {"mutated": changed, "aliased": aliased, "drawn": drawn}
        return reply | {name: names for name, names in unusual.items() if names}

    def _given(self, request: dict[str, Any], call_back: Callable[[int], Any], how: dict[str, Any]) -> tuple[Any, Any]:
        """Arguments as the learner sees them: arrays or tensors, and functions that ask the grader."""
        if not self.device:
            return _callable(request["args"], call_back), _callable(request["kwargs"], call_back)
        grad = bool(how.get("cotangents"))

        def given(value: Any) -> Any:
            plain = _callable(value, lambda handle: tensors.taking_arrays(call_back(handle), self.device))
            return tensors.give(plain, self.device, how.get("cast", ""), grad)

        args, kwargs = given(request["args"]), given(request["kwargs"])
        tensors.hold_still((args, kwargs), how.get("inert", []))
        return args, kwargs

    def _taken(self, value: Any, inputs: list[Any], how: dict[str, Any]) -> dict[str, Any]:
        """A result as plain data, what it was before, and its gradients where they are asked for."""
        if not self.device:
            return {"value": value}
        taken = {"value": tensors.take(value), "leaves": tensors.facts(value)}
        if how.get("cotangents"):
            try:
                taken["gradients"] = tensors.pull_back(value, inputs, how["cotangents"])
            except Exception as error:
                taken["error"] = self._describe(error)
        return taken

    def _not_new(self, value: Any, args: Any, kwargs: dict[str, Any]) -> list[str]:
        """The arguments that the result shares memory with, and whether it lies in an earlier one."""
        mine = memory.places(value)
        if not mine:
            return []
        names = memory.shared_with(mine, memory.named(args, kwargs), [place for _, kept in self._earlier for place in kept])
        # A constant that is repeated along an axis, which nobody can write to, does no harm if it is used again.
        self._earlier = [*self._earlier, (value, [place for place in mine if place[3]])][-KEPT:]
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
