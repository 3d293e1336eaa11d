"""What an author of an exercise imports, in one place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from grader.compare import agree
from grader.exercise import About

__all__ = ["About", "agree", "mistake", "right"]

Function = TypeVar("Function", bound=Callable[..., Any])


def mistake(message: str) -> Callable[[Function], Function]:
    """Mark a function of a hidden file as a known mistake; `message` tells who makes it what to do."""

    def mark(function: Function) -> Function:
        function.known_mistake = message  # type: ignore[attr-defined]  # a mark, read by grader.catalog
        return function

    return mark


def right(function: Function) -> Function:
    """Mark a function of a hidden file as another right answer."""
    function.right_answer = True  # type: ignore[attr-defined]  # a mark, read by grader.catalog
    return function
