"""What a learner's process answers, held against what a child of ours can answer, as Outcomes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from grader import layout, wire
from grader.exercise import Error, Leaf, Outcome
from grader.names import printable

MESSAGE, NAMES = 2000, 100  # characters of an exception's message, and names in a list
GIVEN = 4 * 2**20  # bytes of arrays that a function of ours takes from a learner
NOTHING = np.zeros(0, np.uint8)
KINDS = ("returned", "raised", "forbidden", "unloadable", "monster")


class Stop(Exception):
    """The child is not going to answer.  `kind` is an OutcomeKind."""

    def __init__(self, kind: Any, value: Any = None) -> None:
        super().__init__(kind)
        self.kind = kind
        self.value = value


def remember(functions: list[Callable[..., Any]]) -> Callable[[Any], int]:
    def handle_of(function: Any) -> int:
        functions.append(function)
        return len(functions) - 1

    return handle_of


def answer_call_back(reply: dict[str, Any], functions: list[Callable[..., Any]]) -> bytes:
    """Run one of our own functions on the learner's data; what it raises goes back as text."""
    try:
        if type(reply["value"]) is not tuple:  # an empty array may have a row for each grain of sand
            raise TypeError("its arguments are no tuple")
        if layout.size(reply["value"]) > GIVEN:
            raise ValueError(f"more than {GIVEN // 2**20} MiB")
        return wire.encode({"value": functions[reply["handle"]](*reply["value"]), "error": ""})
    except Exception as error:
        why = f"the function you were given cannot take this: {type(error).__name__}: {error}"
        return wire.encode({"value": None, "error": why[:1000]})


def printed_in(reply: dict[str, Any]) -> str:
    """What a reply says was printed, where the process was asked to keep it."""
    part = reply.get("printed", NOTHING)
    if type(part) is not np.ndarray or part.dtype != np.uint8 or part.ndim != 1:
        raise Stop("garbled")
    return part.tobytes().decode("utf-8", "replace")


def outcome_of(reply: dict[str, Any], printed: str = "") -> Outcome:
    """The Outcome that a reply describes.  A reply that no child of ours sends is `garbled`."""
    kind: Any = reply.get("kind")
    mutated, aliased, drawn = (reply.get(name, []) for name in ("mutated", "aliased", "drawn"))
    if not _is_kind(kind) or not all(map(_is_list_of_text, (mutated, aliased, drawn))):
        raise Stop("garbled")
    error = _error(reply["error"]) if "error" in reply else None
    if kind in ("raised", "forbidden", "unloadable"):
        if error is None:
            raise Stop("garbled")
        return Outcome(kind, error=error, mutated=_names(mutated), printed=printed)
    number = reply.get("measured", 0)
    if type(number) is not int or not 0 <= number < 2**63 or (kind == "monster" and type(reply.get("value")) is not str):
        raise Stop("garbled")
    leaves, gradients = _leaves(reply.get("leaves", [])), _gradients(reply.get("gradients", []))
    value = printable(reply["value"]) if kind == "monster" else reply.get("value")
    seen = Outcome(kind, value, error, _names(mutated), printed, 0, leaves, gradients, number)
    return seen._replace(aliased=_names(aliased), drawn=_names(drawn))


def _is_kind(kind: Any) -> bool:
    return type(kind) is str and kind in KINDS


def _error(error: Any) -> Error:
    if not isinstance(error, list) or len(error) != 4 or not _is_list_of_text([error[0], error[2]]):
        raise Stop("garbled")
    if not _is_list_of_text(error[1]) or not _is_list_of_text(error[3]):
        raise Stop("garbled")
    if not error[0].isprintable():
        raise Stop("garbled")
    kind, bases, message, frames = error
    return Error(printable(kind), _names(bases), message[:MESSAGE], _names(frames))


def _names(texts: list[str]) -> tuple[str, ...]:
    """As many, and as long, as a child of ours sends at most."""
    return tuple(map(printable, texts[:NAMES]))


def _leaves(rows: Any) -> tuple[Leaf, ...]:
    kinds = [str, str, str, bool]
    if not isinstance(rows, list) or not all(isinstance(row, list) and list(map(type, row)) == kinds for row in rows):
        raise Stop("garbled")
    return tuple(Leaf(printable(kind), printable(dtype), printable(device), attached) for kind, dtype, device, attached in rows)


def _gradients(rows: Any) -> tuple[tuple[Any, ...], ...]:
    whole = isinstance(rows, list) and all(isinstance(row, list) for row in rows)
    found = [item for row in rows for item in row if item is not None] if whole else []
    if not whole or any(type(item) is not np.ndarray or item.dtype.kind != "f" for item in found):
        raise Stop("garbled")
    return tuple(map(tuple, rows))


def _is_list_of_text(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)
