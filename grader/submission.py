"""An author's files as a learner's file: plain NumPy, importing nothing of ours.

standalone(solution)              what `--reference` grades
stub(solution)                    what a learner starts from
variant(exercise, name)           a known mistake or another right answer, as a learner would have handed it in
"""

from __future__ import annotations

import ast
from pathlib import Path

from grader.catalog import CatalogError

OURS = ("grader", "solutions", "pytest")


def standalone(path: Path) -> str:
    """The solution without ABOUT and without imports of ours."""
    text = _read(path)
    return _without(text, [node for node in ast.parse(text).body if _is_ours(node)])


def stub(path: Path) -> str:
    """The solution with its function's body replaced by `raise NotImplementedError`, and private helpers cut."""
    text, name = _read(path), path.stem
    tree = ast.parse(text)
    public = _definition(tree, path)
    cut = [node for node in tree.body if _is_ours(node) or _is_private(node)]
    text = _without(text, cut)
    public = _definition(ast.parse(text), path)
    functions = [public] if isinstance(public, ast.FunctionDef) else [n for n in public.body if isinstance(n, ast.FunctionDef)]
    lines = text.splitlines(keepends=True)
    for function in reversed(functions):
        first = function.body[1] if ast.get_docstring(function) and len(function.body) > 1 else function.body[0]
        indent = " " * first.col_offset
        lines[first.lineno - 1 : function.end_lineno] = [f'{indent}raise NotImplementedError("write {name} here")\n']
    return "".join(lines).rstrip() + "\n"


def variant(solution: Path, hidden: Path, function: str) -> str:
    """A learner's file in which the exercise's function behaves like `function` of the hidden file."""
    name, reference = solution.stem, f"_reference_{solution.stem}"
    base = ast.parse(standalone(solution))
    extra = [node for node in ast.parse(_read(hidden)).body if not _is_ours(node) and not _is_test(node)]
    renamed = _Rename(name, reference)
    body = [renamed.visit(node) for node in [*base.body, *extra]]
    last = ast.parse(f"{name} = {reference if function == name else function}").body
    return ast.unparse(ast.fix_missing_locations(ast.Module([*body, *last], []))) + "\n"


class _Rename(ast.NodeTransformer):
    """The reference steps aside, so that the variant can take its name."""

    def __init__(self, old: str, new: str) -> None:
        self.old, self.new = old, new

    def visit_Name(self, node: ast.Name) -> ast.Name:
        return ast.Name(self.new if node.id == self.old else node.id, node.ctx)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        self.generic_visit(node)
        node.name = self.new if node.name == self.old else node.name
        node.decorator_list = []
        return node


def _is_test(node: ast.stmt) -> bool:
    return isinstance(node, ast.FunctionDef) and node.name.startswith("test_")


def _is_ours(node: ast.stmt) -> bool:
    if isinstance(node, ast.ImportFrom):
        return (node.module or "").split(".")[0] in OURS
    if isinstance(node, ast.Import):
        return node.names[0].name.split(".")[0] in OURS
    return isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id == "ABOUT" for t in node.targets)


def _is_private(node: ast.stmt) -> bool:
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return node.name.startswith("_")
    return isinstance(node, ast.Assign) and all(isinstance(t, ast.Name) and t.id.startswith("_") for t in node.targets)


def _definition(tree: ast.Module, path: Path) -> ast.FunctionDef | ast.ClassDef:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name == path.stem:
            return node
    raise CatalogError(f"{path} defines no function or class named {path.stem}")


def _without(text: str, nodes: list[ast.stmt]) -> str:
    """`text` without the lines of `nodes`, and without the blank lines that they leave behind."""
    lines = text.splitlines(keepends=True)
    for node in reversed(nodes):
        start, end = node.lineno - 1, node.end_lineno or node.lineno
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and node.decorator_list:
            start = node.decorator_list[0].lineno - 1
        while end < len(lines) and not lines[end].strip():
            end += 1
        following = lines[end] if end < len(lines) else ""
        while start > 0 and not lines[start - 1].strip():
            start -= 1
        blank = 2 if following.startswith(("def ", "class ", "@")) else 1
        lines[start:end] = ["\n"] * blank if following else []
    return "".join(lines)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CatalogError(f"{path} cannot be read: {error}") from None
