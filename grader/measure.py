"""Counts what a call takes: Python steps, which are the same on every machine, or the peak of memory."""

from __future__ import annotations

import os
import sys
import types
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

CLOSE = 1.05  # the peak of tensors is known to this factor


def measured(what: str, call: Callable[[], Any]) -> tuple[Any, int]:
    """The value of `call()`, with the Python steps or the peak of memory that it took."""
    if what == "steps":
        return _steps(call)
    return _peak(call) if what == "memory" else (call(), 0)


def _steps(call: Callable[[], Any]) -> tuple[Any, int]:
    """Lines run outside of libraries.  They are the same in each run, in each version of Python and on each machine."""
    libraries = (os.path.dirname(os.__file__), os.path.dirname(__file__), "<frozen")  # noqa: PTH120  # a string is compared
    count = 0

    def trace(frame: types.FrameType, event: str, arg: Any) -> Any:
        nonlocal count
        if frame.f_code.co_filename.startswith(libraries) or "site-packages" in frame.f_code.co_filename:
            return None
        count += event == "line"
        return trace

    sys.settrace(trace)
    try:
        value = call()
    finally:
        sys.settrace(None)
    return value, count


def _peak(call: Callable[[], Any]) -> tuple[Any, int]:
    """Bytes in use at the highest point: of Python and NumPy, and of tensors' storage."""
    import tracemalloc  # noqa: PLC0415  # only where memory is asked for

    tensors = _storage_watch() if "torch" in sys.modules else None
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        with tensors or ExitStack():
            value = call()
        peak = tracemalloc.get_traced_memory()[1] - before
    finally:
        tracemalloc.stop()
    return value, peak + (tensors.peak if tensors else 0)


def _storage_watch() -> Any:
    """Adds up the storage of the tensors that live, after every operator."""
    from torch import Tensor, strided  # noqa: PLC0415  # only where PyTorch is loaded
    from torch.multiprocessing.reductions import StorageWeakRef  # noqa: PLC0415
    from torch.utils._python_dispatch import TorchDispatchMode  # noqa: PLC0415
    from torch.utils._pytree import tree_leaves  # noqa: PLC0415

    def has_storage(leaf: Any) -> bool:
        return isinstance(leaf, Tensor) and leaf.layout is strided  # a sparse tensor has none of its own

    # mypy is not shown PyTorch, which is optional.
    class Storage(TorchDispatchMode):  # type: ignore[misc]
        peak = total = 0

        @classmethod
        def _should_skip_dynamo(cls) -> bool:
            return False  # else PyTorch imports its compiler at the first operator, which takes two seconds

        def __init__(self) -> None:
            super().__init__()
            self.living: dict[Any, int] = {}

        def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
            result = func(*args, **(kwargs or {}))
            given = {StorageWeakRef(leaf.untyped_storage()) for leaf in filter(has_storage, tree_leaves((args, kwargs)))}
            for leaf in filter(has_storage, tree_leaves(result)):
                reference = StorageWeakRef(leaf.untyped_storage())
                if reference not in given or reference in self.living:  # one that is given may have grown
                    self.total += leaf.untyped_storage().nbytes() - self.living.get(reference, 0)
                    self.living[reference] = leaf.untyped_storage().nbytes()
            if self.total > CLOSE * self.peak:  # looking through all of them each time would take the square of their number
                self.living = {reference: size for reference, size in self.living.items() if not reference.expired()}
                self.total = sum(self.living.values())
                self.peak = max(self.peak, self.total)
            return result

    return Storage()
