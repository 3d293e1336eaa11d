"""Mutants: the text of a solution with one small slip in it, for every slip of `grader.expressions` and `grader.statements`.

A hidden test that lets one pass lets a learner pass who made that slip.  A mutant that gives the same as the reference for
every input is no slip; its author says so above the line, in a comment that is checked to be still needed:

    # equivalent: x > 0 => x >= 0, because zero is zero on either side.
"""

from __future__ import annotations

import ast
import difflib
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from grader import expressions, statements
from grader.page import Edit, Page

BEGINNING = re.compile(r"#\s*equivalent:")
WAIVER = re.compile(r"#\s*equivalent: (?P<old>.+?) => (?P<new>.*?), because (?P<reason>.+)")
NOTHING = "(nothing)"


class Mutant(NamedTuple):
    """One slip: where it is, how to name it, and the whole text with it."""

    line: int
    old: str  # occurs once in its line, or is the first line of what is replaced
    new: str
    text: str


class Waiver(NamedTuple):
    """An author's word that a mutant is no slip."""

    line: int  # of the comment
    about: int  # the line that it speaks of
    old: str
    new: str
    reason: str


def mutants(text: str) -> tuple[Mutant, ...]:
    """Every mutant of a module's functions and constants, each once, in the order of the lines."""
    page, tree = Page(text), ast.parse(text)
    seen = {ast.dump(tree)}
    found = []
    for node, above in _places(tree, ()):
        for edit in _edits(page, node, above):
            changed = text[: edit.start] + edit.new + text[edit.end :]
            form = _form(changed)
            if form and form not in seen:
                seen.add(form)
                found.append(_named(page, edit, (*above, node), changed))
    return tuple(_told_apart(sorted(found, key=lambda mutant: mutant.line)))


def _told_apart(found: Iterable[Mutant]) -> Iterator[Mutant]:
    """The same, with a number behind a name that another mutant of the line has already."""
    seen: Counter[tuple[int, str, str]] = Counter()
    for mutant in found:
        seen[mutant[:3]] += 1
        yield mutant if seen[mutant[:3]] == 1 else mutant._replace(new=f"{mutant.new} ({seen[mutant[:3]]})")


def _edits(page: Page, node: ast.AST, above: tuple[ast.AST, ...]) -> Iterator[Edit]:
    """Every slip in this node itself, not in what it consists of.  `above` are the nodes that it lies in, outermost first."""
    for kind, operator in (*expressions.OPERATORS, *statements.OPERATORS):
        if isinstance(node, kind):
            yield from filter(None, operator(page, node, above))


def _form(text: str) -> str:
    """What two texts that mean the same have in common; nothing for a text that is not Python."""
    try:
        return ast.dump(ast.parse(text))
    except SyntaxError:
        return ""


def _places(node: ast.AST, above: tuple[ast.AST, ...]) -> Iterator[tuple[ast.AST, tuple[ast.AST, ...]]]:
    """Every node that a learner could have got wrong, with the nodes that it lies in."""
    for child in _code(node):
        yield child, (*above, node)
        yield from _places(child, (*above, node))


def _code(node: ast.AST) -> Iterator[ast.AST]:
    """The children of a node, less imports, ABOUT, `show`, annotations, docstrings and the words of a message."""
    match node:
        case ast.Module():
            yield from (part for part in node.body if _is_solution(part) or _is_constant(part))
        case ast.FunctionDef():
            yield from [*node.args.defaults, *filter(None, node.args.kw_defaults), *_without_docstring(node.body)]
        case ast.ClassDef():
            yield from _without_docstring(node.body)
        case ast.AnnAssign():
            yield from filter(None, [node.value])
        case ast.JoinedStr():
            return
        case ast.Raise():
            return
        case _:
            yield from ast.iter_child_nodes(node)


def _is_solution(node: ast.stmt) -> bool:
    """A function or a class, but for the one that draws."""
    return isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name != "show"


def _is_constant(node: ast.stmt) -> bool:
    return isinstance(node, ast.AnnAssign) or (isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) != "ABOUT")


def _without_docstring(body: list[ast.stmt]) -> list[ast.stmt]:
    first: Any = body[0]
    return body[1:] if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) else body


def _named(page: Page, edit: Edit, around: tuple[ast.AST, ...], text: str) -> Mutant:
    """The mutant, called by the smallest piece of code that occurs once in its line and holds the change."""
    line = page.text.count("\n", 0, edit.start) + 1
    start, end = edit.start, edit.end
    for node in reversed(around):
        whole = page.line(line)
        if start < end and "\n" not in page.text[start:end] and whole.count(page.text[start:end]) == 1:
            break
        if not isinstance(node, ast.expr | ast.stmt | ast.keyword):
            continue
        one, other = page.span(node)
        if page.text.count("\n", 0, one) + 1 == line and one <= edit.start and edit.end <= other:
            start, end = one, other
    old, new = page.text[start:end], page.text[start : edit.start] + edit.new + page.text[edit.end : end]
    if page.line(line).count(old) > 1 or (_first_line(old) == _first_line(new)):
        old, new = page.line(line), Page(text).line(line)
    return Mutant(line, _first_line(old), _first_line(new) or NOTHING, text)


def _first_line(text: str) -> str:
    first, *rest = text.strip().split("\n")
    return f"{first} ..." if rest else first


def difference(old: str, new: str, name: str) -> str:
    """The lines that differ, as `diff -u` shows them, without the lines around."""
    lines = difflib.unified_diff(old.splitlines(), new.splitlines(), name, name, lineterm="", n=0)
    return "\n".join(line for line in lines if not line.startswith(("---", "+++")))


def waivers(text: str) -> tuple[Waiver, ...]:
    """The waivers of a solution, each with the next line that is no comment."""
    lines = text.split("\n")
    found = []
    for number, line in enumerate(lines, 1):
        match = WAIVER.search(line)
        if match:
            own = line.lstrip().startswith("#")
            about = next((n for n in range(number + 1, len(lines) + 1) if not lines[n - 1].lstrip().startswith("#")), number)
            found.append(Waiver(number, about if own else number, *(match[part].strip() for part in ("old", "new", "reason"))))
    return tuple(found)


def unreadable_waivers(text: str) -> tuple[int, ...]:
    """Lines with a comment that begins as a waiver does, and is none."""
    lines = enumerate(text.split("\n"), 1)
    return tuple(number for number, line in lines if BEGINNING.search(line) and not WAIVER.search(line))


def waived(mutant: Mutant, given: Iterable[Waiver]) -> Waiver | None:
    """The waiver that speaks of this mutant."""
    return next((w for w in given if (w.about, w.old, w.new) == (mutant.line, mutant.old, mutant.new)), None)


def label(old: str, new: str) -> str:
    """What a slip is called, in a waiver and everywhere else."""
    return f"{old} => {new}"


def drawn(found: Sequence[Any], number: int, seed: str) -> tuple[Any, ...]:
    """A sample that depends on the seed alone, in the order of what it is drawn from; all of it where there is no more."""
    places = random.Random(seed).sample(range(len(found)), min(number, len(found)))
    return tuple(found[place] for place in sorted(places))
