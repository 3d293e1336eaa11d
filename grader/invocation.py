"""A call as one line of text."""

from __future__ import annotations

from typing import Any

import numpy as np

from grader import structure, wire
from grader.exercise import Call, Exercise


def describe_call(exercise: Exercise, call: Call) -> str:
    """``conv2d(x[2,3,7,5], weight[4,3,3,2], bias[4], stride=2)``: names and shapes, small values in full.

    A program that uses a class stands there as it is, on one line.
    """
    if exercise.plays:
        return "; ".join(str(call.args[0]).strip().splitlines())
    names = [*exercise.parameters, *["..."] * len(call.args)]
    parts = [_argument(names[i], value) for i, value in enumerate(call.args)]
    parts += [_argument(name, value) for name, value in call.kwargs.items()]
    text = f"{exercise.name}({', '.join(parts)})"
    return text.replace(" float32", f" {call.cast}") if call.cast else text


def _argument(name: str, value: Any) -> str:
    if isinstance(value, np.ndarray):
        if value.ndim == 0:
            return f"{name}={value.item()}"
        if value.ndim == 1 and value.size <= 6 and value.dtype.kind in "fiub":
            return f"{name}={np.array2string(value, separator=', ', precision=6)}"
        if not name:
            return structure.label(value)
        dtype = "" if value.dtype == np.float64 else f" {value.dtype}"
        return f"{name}[{','.join(map(str, value.shape))}]{dtype}"
    if isinstance(value, list | tuple):
        if any(isinstance(item, np.ndarray) for item in value):
            shown = [_argument("", item) if isinstance(item, np.ndarray) else f"={item!r}" for item in value]
            return f"{name}=[{', '.join(text.removeprefix('=') for text in shown)}]"
        return f"{name}={type(value).__name__} of {len(value)}" if len(repr(value)) > 40 else f"{name}={value!r}"
    if isinstance(value, dict):
        return f"{name}={{{', '.join(map(str, value))}}}"
    if callable(value) or wire.is_generator(value):
        return name
    return f"{name}={value!r}"
