"""A source text with its syntax tree laid over it, so that a change is made where it stands and nothing else moves."""

from __future__ import annotations

import ast
import re
from typing import Any, NamedTuple


class Edit(NamedTuple):
    """Characters `start` to `end` of a text become `new`."""

    start: int
    end: int
    new: str


class Page:
    """A source text and where the nodes of its syntax tree lie in it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._lines: list[str] = re.findall(r"[^\n]*\n|[^\n]+", text)  # lines as `ast` counts them, and not as `splitlines` does
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line))

    def span(self, node: ast.AST) -> tuple[int, int]:
        given: Any = node
        return self._at(given.lineno, given.col_offset), self._at(given.end_lineno, given.end_col_offset)

    def _at(self, line: int, column: int) -> int:
        """The syntax tree counts bytes; a text counts characters."""
        return self._starts[line - 1] + len(self._lines[line - 1].encode()[:column].decode())

    def of(self, node: ast.AST) -> str:
        start, end = self.span(node)
        return self.text[start:end]

    def operand(self, node: ast.AST) -> str:
        """Its text, in parentheses where it would fall apart."""
        safe = (ast.Name, ast.Constant, ast.Call, ast.Attribute, ast.Subscript, ast.Tuple, ast.List, ast.ListComp)
        text = self.of(node)
        return text if isinstance(node, safe) and not text.startswith("-") else f"({text})"

    def replace(self, node: ast.AST, new: str) -> Edit:
        return Edit(*self.span(node), new)

    def swap(self, one: ast.AST, other: ast.AST) -> Edit:
        """The texts of two nodes change places."""
        (start, middle), (behind, end) = self.span(one), self.span(other)
        return Edit(start, end, self.of(other) + self.text[middle:behind] + self.of(one))

    def between(self, left: ast.AST, right: ast.AST, old: str, new: str) -> Edit | None:
        """A symbol that stands between two nodes."""
        start, end = self.span(left)[1], self.span(right)[0]
        place = self.text.find(old, start, end)
        return None if place < 0 else Edit(place, place + len(old), new)

    def line(self, number: int) -> str:
        return self._lines[number - 1]
