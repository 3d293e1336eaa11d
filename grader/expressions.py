"""What can go wrong in an expression, each slip a replacement of text.

The operators of mutmut and cosmic-ray are here as far as they make sense in numerical code, and beside them what neither has:
axes, keepdims, operands dropped or swapped, neighbours in an unpacked shape, reductions and their opposites, einsum.
What would only raise at once (a renamed name, a removed return) is left out: any test notices it, and that proves nothing.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

from grader.page import Edit, Page

Found = Iterator[Edit | None]
Operator = Callable[[Page, Any, tuple[ast.AST, ...]], Found]
SYMBOLS: dict[type[ast.AST], str] = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.FloorDiv: "//", ast.Mod: "%", ast.Pow: "**",
    ast.MatMult: "@", ast.BitAnd: "&", ast.BitOr: "|", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=",
    ast.Eq: "==", ast.NotEq: "!=", ast.Is: "is", ast.IsNot: "is not", ast.In: "in", ast.NotIn: "not in",
    ast.And: "and", ast.Or: "or",
}  # fmt: skip
OTHERS = {
    "+": ("-", "*"), "-": ("+",), "*": ("/", "+"), "/": ("*",), "//": ("/", "%"), "%": ("//",), "**": ("*",), "@": ("*",),
    "&": ("|",), "|": ("&",), "<": ("<=", ">"), "<=": ("<", ">"), ">": (">=", "<"), ">=": (">", "<"),
    "==": ("!=",), "!=": ("==", "<", ">"), "is": ("is not",), "is not": ("is",), "in": ("not in",), "not in": ("in",),
    "and": ("or",), "or": ("and",),
}  # fmt: skip
UNEVEN = ("-", "/", "//", "%", "**", "@")  # where the order of the operands matters
SYMMETRIC = ("hypot", "maximum", "minimum", "add", "multiply", "mul", "logaddexp", "max", "min")
REDUCTIONS = ("sum", "mean", "max", "min", "amax", "amin", "prod", "var", "std", "any", "all", "logsumexp")
NAMES = {
    "max": "min", "maximum": "minimum", "amax": "amin", "argmax": "argmin", "sum": "mean", "mean": "sum", "floor": "ceil",
    "zeros": "ones", "zeros_like": "ones_like", "triu": "tril", "any": "all", "exp": "expm1", "log": "log1p", "sin": "cos",
    "sinh": "cosh", "var": "std", "hypot": "maximum", "cumsum": "cumprod", "argsort": "sort", "ceil": "floor", "round": "floor",
    "isfinite": "isnan", "prod": "sum", "vstack": "hstack",
}  # fmt: skip
NAMES |= {other: name for name, other in NAMES.items() if other not in NAMES and other not in ("sum", "floor", "maximum")}


def binary(page: Page, node: ast.BinOp, above: tuple[ast.AST, ...]) -> Found:
    """Another operator, one operand alone, operands swapped."""
    symbol = SYMBOLS.get(type(node.op), "")
    for other in OTHERS.get(symbol, ()):
        yield page.between(node.left, node.right, symbol, other)
    yield page.replace(node, page.operand(node.left))
    if symbol != "**":
        yield page.replace(node, page.operand(node.right))
    if symbol in UNEVEN:
        yield page.replace(node, f"{page.operand(node.right)} {symbol} {page.operand(node.left)}")


def unary(page: Page, node: ast.UnaryOp, above: tuple[ast.AST, ...]) -> Found:
    """Without its sign, its `not`, its `~`; what stands in a condition is turned around there."""
    if not (isinstance(node.op, ast.Not) and _is_condition(node, above)):
        yield page.replace(node, page.operand(node.operand))


def comparison(page: Page, node: ast.Compare, above: tuple[ast.AST, ...]) -> Found:
    """Another comparison, at each place of a chain; a chain without one of its links."""
    places = [node.left, *node.comparators]
    for op, (left, right) in zip(node.ops, pairwise(places), strict=True):
        symbol = SYMBOLS.get(type(op), "")
        for other in OTHERS.get(symbol, ()):
            yield page.between(left, right, symbol, other)
    if len(node.ops) > 1:
        yield Edit(page.span(places[0])[0], page.span(places[1])[0], "")
        yield Edit(page.span(places[-2])[1], page.span(places[-1])[1], "")


def logical(page: Page, node: ast.BoolOp, above: tuple[ast.AST, ...]) -> Found:
    """`and` for `or`, and one part left out."""
    symbol = SYMBOLS[type(node.op)]
    for left, right in pairwise(node.values):
        yield page.between(left, right, symbol, OTHERS[symbol][0])
    for left_out in node.values:
        yield page.replace(node, f" {symbol} ".join(page.operand(part) for part in node.values if part is not left_out))


def choice(page: Page, node: ast.IfExp, above: tuple[ast.AST, ...]) -> Found:
    """Always one branch; the branches swapped."""
    yield page.replace(node, page.operand(node.body))
    yield page.replace(node, page.operand(node.orelse))
    yield page.swap(node.body, node.orelse)


def _is_condition(node: ast.AST, above: tuple[ast.AST, ...]) -> bool:
    return bool(above) and isinstance(above[-1], ast.If) and above[-1].test is node


def constant(page: Page, node: ast.Constant, above: tuple[ast.AST, ...]) -> Found:
    """Off by one, doubled, the opposite; letters of an einsum exchanged."""
    value, text = node.value, page.of(node)
    if isinstance(value, bool):
        yield page.replace(node, str(not value))
    elif isinstance(value, int):
        yield page.replace(node, str(value + 1))
        yield page.replace(node, str(value - 1))
    elif isinstance(value, float):
        yield page.replace(node, repr(2 * value) if value else "1.0")
        yield page.replace(node, repr(value / 2) if value else "-1.0")
    elif isinstance(value, str) and "->" in value:
        for place, (one, other) in enumerate(pairwise(value)):
            if one.isalpha() and other.isalpha():
                letters = value[:place] + other + one + value[place + 2 :]
                yield page.replace(node, text[0] + letters + text[-1])


def call(page: Page, node: ast.Call, above: tuple[ast.AST, ...]) -> Found:
    """Without the call, without an option, with neighbouring arguments swapped, with the opposite function."""
    if above and isinstance(above[-1], ast.Raise | ast.Expr):
        return
    arguments = [a for a in node.args if not isinstance(a, ast.Starred)]
    function = node.func
    if isinstance(function, ast.Attribute) and not _is_module(function.value):
        yield page.replace(node, page.operand(function.value))
    elif arguments and called(function) not in ("range", "len", "slice", "enumerate", "isinstance"):
        yield page.replace(node, page.operand(arguments[0]))
    for one, other in pairwise(arguments if called(function) not in SYMMETRIC else []):
        yield page.swap(one, other)
    for keyword in node.keywords:
        yield _without(page, node, keyword)
        if keyword.arg in ("min", "max"):
            start, _ = page.span(keyword)
            yield Edit(start, start + 3, NAMES[keyword.arg])
    if called(function) in REDUCTIONS and isinstance(function, ast.Attribute):
        yield from (_without(page, node, last) for last in arguments[-1:] if len(arguments) > _is_module(function.value))


def _without(page: Page, call: ast.Call, part: ast.AST) -> Edit:
    """The call without an argument and the comma before it, or behind it if it is the first."""
    start, end = page.span(part)
    before, after = page.text.rfind(",", page.span(call.func)[1], start), page.text.find(",", end, page.span(call)[1])
    if before >= 0 and not page.text[before + 1 : start].strip():
        return Edit(before, end, "")
    behind = page.text[after + 1 :]
    return Edit(start, end if after < 0 else after + 1 + len(behind) - len(behind.lstrip()), "")


def called(function: ast.AST) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _is_module(node: ast.AST) -> bool:
    """``np``, ``torch``, ``math``, and what hangs below them."""
    while isinstance(node, ast.Attribute):
        node = node.value
    return isinstance(node, ast.Name) and node.id in ("np", "torch", "math")


def name(page: Page, node: ast.Attribute | ast.Name, above: tuple[ast.AST, ...]) -> Found:
    """The opposite function."""
    is_called = bool(above) and isinstance(above[-1], ast.Call) and above[-1].func is node
    word = called(node)
    if is_called and word in NAMES:
        _, end = page.span(node)
        yield Edit(end - len(word), end, NAMES[word])
    if isinstance(node, ast.Attribute) and word in ("T", "mT") and not is_called:
        yield page.replace(node, page.operand(node.value))


def place(page: Page, node: ast.Subscript, above: tuple[ast.AST, ...]) -> Found:
    """All of it instead of a slice."""
    parts = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
    if isinstance(node.ctx, ast.Load) and any(isinstance(part, ast.Slice) for part in parts):
        yield page.replace(node, page.operand(node.value))


def section(page: Page, node: ast.Slice, above: tuple[ast.AST, ...]) -> Found:
    """A bound off by one or left out; no step."""
    for bound in filter(None, (node.lower, node.upper)):
        if not isinstance(bound, ast.Constant):
            yield page.replace(bound, f"{page.operand(bound)} + 1")
            yield page.replace(bound, f"{page.operand(bound)} - 1")
        yield page.replace(bound, "")
    if node.step is not None:
        yield page.replace(node.step, "")


def several(page: Page, node: ast.Tuple | ast.List, above: tuple[ast.AST, ...]) -> Found:
    """Neighbours swapped, as when height and width are."""
    parts = [part for part in node.elts if not isinstance(part, ast.Slice | ast.Starred)]
    axes = len(above) > 1 and isinstance(above[-1], ast.keyword) and above[-1].arg in ("axis", "dim")
    ordered = not (axes and isinstance(above[-2], ast.Call) and called(above[-2].func) in REDUCTIONS)
    for one, other in pairwise(parts if ordered else []):
        if ast.dump(one) != ast.dump(other):
            yield page.swap(one, other)
    if axes and isinstance(node, ast.Tuple):
        for left_out in parts:
            kept = ", ".join(page.of(part) for part in parts if part is not left_out)
            yield page.replace(node, f"({kept},)")


OPERATORS: tuple[tuple[Any, Operator], ...] = (
    (ast.BinOp, binary),
    (ast.UnaryOp, unary),
    (ast.Compare, comparison),
    (ast.BoolOp, logical),
    (ast.IfExp, choice),
    (ast.Constant, constant),
    (ast.Call, call),
    (ast.Attribute | ast.Name, name),
    (ast.Subscript, place),
    (ast.Slice, section),
    (ast.Tuple | ast.List, several),
)
