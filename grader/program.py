"""Lines of Python, and the value of the last one: how examples run, and how a class is graded.

What a class is worth shows in what programs see of it.  So a class is called as a function of a program, which is plain
text and finds the class under its name; what its last line gives comes back as data, and the objects stay where they are.
"""

from __future__ import annotations

import ast
import functools
from collections.abc import Callable
from typing import Any


def value_of(program: str, names: dict[str, Any]) -> Any:
    """Run the lines of `program` with `names`; the value of the last line, or None where that is no expression."""
    *setup, last = ast.parse(program).body
    exec(compile(ast.Module(setup, []), "<program>", "exec"), names)
    if isinstance(last, ast.Expr):
        return eval(compile(ast.Expression(last.value), "<program>", "eval"), names)
    exec(compile(ast.Module([last], []), "<program>", "exec"), names)
    return None


def played(made: Callable[..., Any], name: str) -> Callable[..., Any]:
    """A class, or what makes its objects, as a function of the programs that use it under `name`.

    Examples
    --------
    >>> played(complex, "Number")("a = Number(3, 4)\\nabs(a)")
    5.0
    """

    def play(program: str, **given: Any) -> Any:
        return value_of(program, {name: made, **given})

    return functools.update_wrapper(play, made, updated=())
