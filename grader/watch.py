"""Sees which calls a learner's function makes, and ends one that is forbidden.

Such a call is seen whatever path it takes.  Functions of Python and of C are recognised by the interpreter's
profiling hook when they start; NumPy's and SciPy's ufuncs, which the hook does not see, are replaced by guards;
PyTorch's operators are seen once more at its dispatcher, below every wrapper, module and scripted function: `operators`.
What a library does while it is imported, and what the kit does between calls, is not watched.
"""

from __future__ import annotations

import linecache
import re
import sys
import threading
import types
from collections.abc import Iterator, Set
from contextlib import AbstractContextManager, ExitStack, contextmanager
from functools import cached_property
from typing import Any, cast

from grader.guards import guard
from grader.operators import Watching, family

SETPROFILE = sys.setprofile  # before a learner can replace it
AUTOGRAD = (
    *("torch.autograd.grad", "torch.autograd.backward", "torch.autograd.functional", "torch.Tensor.backward"),
    *(f"torch.func.{name}" for name in ("grad", "vjp", "jvp", "jacrev", "jacfwd", "linearize")),
    "torch.autograd.forward_ad.make_dual",
)
METHOD = re.compile(r"\.(__init__|forward|__call__)$")


class ForbiddenCall(BaseException):
    """Ends the call.  Not an Exception, so that `except Exception` does not swallow it; what was seen is kept anyway."""


class Watch:
    """What one file must not call, and the calls of that kind that were seen.  Each is [forbidden, called, line of the file]."""

    def __init__(self, forbidden: tuple[str, ...] = (), filename: str = "", source: bytes = b"") -> None:
        self.seen: list[list[str]] = []
        self._filename = filename
        forbidden = tuple(name for entry in forbidden for name in (AUTOGRAD if entry == "autograd" else (entry,)))
        self._armed = self._whole = False  # whether a whole module that is forbidden is loaded
        self._forbidden = forbidden
        self._python: dict[int, tuple[types.CodeType, str, str]] = {}  # by id; the function itself is kept, so ids are too
        self._names: dict[str, dict[str, str]] = {}  # root -> last parts of a dotted name -> the whole
        for dotted in forbidden:
            root, *parts = dotted.split(".")
            for end in (1, 2):
                self._names.setdefault(root, {}).setdefault(".".join(parts[-end:]).strip("_"), dotted)
        torch = [dotted for dotted in reversed(forbidden) if dotted.startswith("torch.")]  # the first of a kind is named
        self._operators = {family(dotted.split(".")[-1]): dotted for dotted in torch}
        self._ends = {end for names in self._names.values() for end in names} | {"setprofile"}
        self._guarded: set[str] = set()  # packages
        self._unarmed = _Unarmed(self)
        self.set_guards({root for root in self._names if _imports(source, root)})

    def set_guards(self, expected: Set[str] = frozenset()) -> None:
        """Put guards in the place of what the profiling hook does not see, in packages that are loaded or going to be."""
        fresh = {root for root in self._names.keys() - self._guarded if root in sys.modules or root in expected}
        for dotted in self._forbidden if fresh else ():
            if dotted.partition(".")[0] in fresh - {"torch"}:
                guard(dotted, self)
        self._guarded |= fresh

    def armed(self) -> AbstractContextManager[None]:
        """Watch what happens inside.  Hooks are set only if something that is forbidden can be there."""
        self.seen.clear()
        return self._hooked() if any(map(sys.modules.__contains__, self._names)) else self._unarmed

    @cached_property
    def _watching(self) -> Watching:
        return Watching(self._operators, self.operator)

    @contextmanager
    def _hooked(self) -> Iterator[None]:
        self.set_guards()  # for what was imported since, by whatever way
        loaded = [root for root in self._names if root in sys.modules]
        self._whole = any(name in sys.modules for name in self._forbidden)
        with ExitStack() as stack:
            stack.callback(self.note_imports)
            if "torch" in loaded and self._operators:
                stack.enter_context(self._watching)
            self._armed = True
            threading.setprofile(self._hook)  # for threads that are started inside
            SETPROFILE(self._hook)
            try:
                yield
            finally:
                self._armed = False
                SETPROFILE(None)
                threading.setprofile(None)

    def note_imports(self) -> None:
        """A package that has only now been imported: whatever it did was not seen."""
        for root in self._names.keys() - self._guarded:
            if root in sys.modules:
                self.seen.append([next(iter(self._names[root].values())), f"a hidden import of {root}", ""])

    def note(self, forbidden: str, called: str) -> None:
        """A forbidden call: remember where it stands in the learner's file, and end it."""
        if not self._armed:
            return
        self._armed = False
        self.seen.append([called if called in self._forbidden else forbidden, called, self._line()])
        raise ForbiddenCall(called)

    def _line(self) -> str:
        frame = sys._getframe(2)
        while frame is not None and frame.f_code.co_filename != self._filename:
            frame = cast(Any, frame.f_back)
        if frame is None:
            return ""
        line = linecache.getline(self._filename, frame.f_lineno).strip()
        return f"line {frame.f_lineno}, in {frame.f_code.co_name}: {line}"[:200]

    def _hook(self, frame: types.FrameType, event: str, arg: Any) -> None:
        """Runs at every call and return, so what was found out of a function once is kept."""
        if event == "call":
            known = self._python.get(id(frame.f_code))
            if known is None:
                known = self._look_up(str(frame.f_globals.get("__name__", "")), frame.f_code)
                self._python[id(frame.f_code)] = known
            if known[1]:
                self.note(known[1], known[2])
        elif event == "c_call" and ((name := arg.__name__).strip("_") in self._ends or self._whole):
            module, shown = _home(arg.__self__)
            found = self._names.get(module.partition(".")[0], {}).get(name.strip("_")) or self._of_module(module)
            if found or arg is SETPROFILE:
                self.note(found or self._forbidden[0], f"{shown}.{name}")

    def _look_up(self, module: str, code: types.CodeType) -> tuple[types.CodeType, str, str]:
        """Whether a function of Python is forbidden: itself, its name in the list of what is, and its name for people."""
        names, name = self._names.get(module.partition(".")[0], {}), code.co_qualname
        public = f"{_short(module)}.{METHOD.sub('', name.split('.<locals>')[0])}"
        found = public if public in self._forbidden else names.get(name.strip("_"))
        found = found or names.get(name.strip("_").split(".")[0]) or self._of_module(module)
        if not found or code.co_name == "<module>":
            return code, "", ""
        return code, found, found if "._" in module else public

    def _of_module(self, module: str) -> str:
        """The forbidden module that `module` is or lies in."""
        return next((name for name in self._forbidden if f"{module}.".startswith(f"{name}.")), "")

    def operator(self, name: str) -> None:
        """An operator of PyTorch is about to run."""
        if forbidden := self._operators.get(family(name)):
            self.note(forbidden, f"torch.ops.aten.{name}")


def _imports(source: bytes, root: str) -> bool:
    """Whether a file says that it imports a package, as far as a search can tell."""
    lines = (line.lstrip() for line in source.splitlines() if root.encode() in line)
    return any(line.startswith((b"import", b"from")) or b"import_module(" in line for line in lines)


def _home(owner: Any) -> tuple[str, str]:
    """The module of a C function's owner, and what to call that: torch and Tensor, for instance."""
    if owner is None:  # PyTorch's functions have none; what else has none is not there under a forbidden name
        return "torch", "torch"
    if isinstance(owner, types.ModuleType):
        return owner.__name__, owner.__name__
    kind = owner if isinstance(owner, type) else type(owner)
    return kind.__module__, kind.__name__


def _short(module: str) -> str:
    """torch.nn.modules.activation -> torch.nn: the place where people find it."""
    module = re.sub(r"^torch\._functorch\b.*", "torch.func", module)
    return re.sub(r"\.(modules|_\w+).*|(?<=optim)\..*", "", module)


class _Unarmed:
    """Stands for a watch while nothing of what is forbidden is loaded."""

    def __init__(self, watch: Watch) -> None:
        self._watch = watch

    def __enter__(self) -> None:
        """Nothing is to be seen."""

    def __exit__(self, *error: object) -> None:
        self._watch.note_imports()
