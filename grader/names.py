"""Names that a learner chose, as text that is safe to print."""

from __future__ import annotations

from typing import Any


def printable(text: str) -> str:
    """A name that somebody else chose, so that it cannot look like lines of ours."""
    return "".join(c if c.isprintable() else "?" for c in text[:200])


def type_name(value: Any) -> str:
    """``torch.Tensor``, ``numpy.matrix``, ``generator``: builtins without their module."""
    kind = type(value)
    return f"{'' if kind.__module__ == 'builtins' else f'{kind.__module__}.'}{kind.__qualname__ or '(nameless)'}"[:200]
