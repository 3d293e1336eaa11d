"""What can go wrong in a statement: a condition, a loop, an update, an assignment, a result, a complaint."""

from __future__ import annotations

import ast
from typing import Any

from grader.expressions import OTHERS, SYMBOLS, Found, Operator, called
from grader.page import Page


def condition(page: Page, node: ast.If, above: tuple[ast.AST, ...]) -> Found:
    """Always, never, and the other way round."""
    yield page.replace(node.test, "True")
    yield page.replace(node.test, "False")
    if isinstance(node.test, ast.UnaryOp) and isinstance(node.test.op, ast.Not):
        yield page.replace(node.test, page.operand(node.test.operand))
    elif not isinstance(node.test, ast.Compare):
        yield page.replace(node.test, f"not {page.operand(node.test)}")


def loop(page: Page, node: ast.For | ast.comprehension, above: tuple[ast.AST, ...]) -> Found:
    """One round fewer, at either end; every item, where only some are wanted."""
    over = node.iter
    if isinstance(over, ast.Call) and called(over.func) == "range" and over.args:
        last = over.args[-1] if len(over.args) < 3 else over.args[1]
        yield page.replace(last, f"{page.operand(last)} - 1")
        if len(over.args) == 1:
            yield page.replace(last, f"1, {page.of(last)}")
    for test in getattr(node, "ifs", []):
        yield page.replace(test, "True")


def update(page: Page, node: ast.AugAssign, above: tuple[ast.AST, ...]) -> Found:
    """Added the other way round, put in place of the sum, or not at all."""
    symbol = SYMBOLS.get(type(node.op), "")
    for other in OTHERS.get(symbol, ())[:1]:
        yield page.between(node.target, node.value, f"{symbol}=", f"{other}=")
    yield page.between(node.target, node.value, f"{symbol}=", "=")
    yield page.replace(node, "pass")


def statement(page: Page, node: ast.stmt, above: tuple[ast.AST, ...]) -> Found:
    """Not done at all."""
    yield page.replace(node, "pass")


def assignment(page: Page, node: ast.Assign, above: tuple[ast.AST, ...]) -> Found:
    """Not done at all, where the name or the place has a value without it."""
    target = node.targets[0]
    if isinstance(target, ast.Subscript | ast.Attribute) or (isinstance(target, ast.Name) and _has_value(target, above)):
        yield page.replace(node, "pass")


def _has_value(target: ast.Name, above: tuple[ast.AST, ...]) -> bool:
    """Whether the name is a parameter, or assigned to earlier in the same function."""
    functions = [node for node in above if isinstance(node, ast.FunctionDef)]
    if not functions:
        return False
    known = {argument.arg for argument in [*functions[-1].args.args, *functions[-1].args.kwonlyargs]}
    stored = [n for n in ast.walk(functions[-1]) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)]
    return target.id in known or any(n.id == target.id and n.lineno < target.lineno for n in stored)


def result(page: Page, node: ast.Return, above: tuple[ast.AST, ...]) -> Found:
    """With the opposite sign."""
    if node.value is not None:
        parts = node.value.elts if isinstance(node.value, ast.Tuple) else [node.value]
        for part in parts:
            if not isinstance(part, ast.Tuple | ast.List | ast.ListComp | ast.Constant | ast.Dict):
                yield page.replace(part, f"-{page.operand(part)}")


def complaint(page: Page, node: ast.Raise, above: tuple[ast.AST, ...]) -> Found:
    """Another exception, and one that does not say what is wrong."""
    if isinstance(node.exc, ast.Call) and node.exc.args:
        yield page.replace(node.exc.func, "RuntimeError")
        yield page.replace(node.exc.args[0], '"wrong"')


OPERATORS: tuple[tuple[Any, Operator], ...] = (
    (ast.If, condition),
    (ast.For | ast.comprehension, loop),
    (ast.AugAssign, update),
    (ast.Expr | ast.Break | ast.Continue, statement),
    (ast.Assign, assignment),
    (ast.Return, result),
    (ast.Raise, complaint),
)
