"""Stand-ins for callables that the profiling hook of `grader.watch` does not see, such as ufuncs."""

from __future__ import annotations

import importlib
import sys
import types
from typing import Any, Protocol

PROFILED = (types.BuiltinFunctionType, types.FunctionType, type, types.ModuleType)
LEARNER = "__learner__"  # the name under which `grader.runner` loads a file


class Watch(Protocol):
    """Who wants to know of calls."""

    def note(self, forbidden: str, called: str) -> None: ...


class Guard:
    """Stands for a callable that the profiling hook does not see."""

    def __init__(self, real: Any, dotted: str, watch: Watch, part: str = "") -> None:
        self._real, self._dotted, self._watch, self._part = real, dotted, watch, part
        self.__doc__ = real.__doc__

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        self._watch.note(self._dotted, self._dotted + self._part)
        return self._real(*args, **kwargs)

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._real, name)
        return Guard(found, self._dotted, self._watch, f"{self._part}.{name}") if callable(found) else found


def guard(dotted: str, watch: Watch) -> None:
    """Replace a ufunc or the like wherever its package keeps it; do nothing for what the hook sees or what is not there."""
    path, _, name = dotted.rpartition(".")
    if not path:  # a whole package: the hook sees its functions
        return
    try:
        real = getattr(importlib.import_module(path), name)
    except (ImportError, AttributeError):
        return
    if isinstance(real, PROFILED) or not callable(real):
        return
    stands_for_it = Guard(real, dotted, watch)
    for label, module in list(sys.modules.items()):
        if label.partition(".")[0] in (dotted.partition(".")[0], LEARNER):
            for key in [key for key, value in vars(module).items() if value is real]:
                setattr(module, key, stands_for_it)
