"""An exercise as one cell of an instructor's notebook: the stub, with the reference between nbgrader's markers.

What nbgrader hands out is the cell without what stands between them: the stub, as `gradlings sync` writes it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from grader import submission
from grader.catalog import solution_file, twin_of

BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"
Backend = Literal["numpy", "torch"]
TYPES = {"    from numpy import ndarray as Array": "    from torch import Tensor as Array"}
FIRST = ("__future__", "typing")  # modules that a stub imports from, whatever its library


def backend_for(root: Path, exercise: str, backend: Backend) -> Backend:
    """The library that an exercise is handed out in: PyTorch, where it is asked for and there is a reference in it."""
    return backend if twin_of(solution_file(root, exercise)).is_file() else "numpy"


def stub(root: Path, exercise: str, backend: Backend) -> str:
    """What a learner starts from, less the statement, which has a cell of its own."""
    path = solution_file(root, exercise)
    text = submission.stub(path)
    first = ast.parse(text).body[0]
    if isinstance(first, ast.Expr):
        text = "\n".join(text.split("\n")[first.end_lineno :])
    lines = text.strip("\n").split("\n")
    if backend_for(root, exercise, backend) == "torch":
        twin = twin_of(path)
        lines = _in_torch(lines, submission.parse(submission.read(twin), twin))
    return "\n".join(lines)


def file(root: Path, exercise: str, backend: Backend) -> str:
    """The same as a file, with the statement."""
    text = submission.stub(solution_file(root, exercise))
    if backend_for(root, exercise, backend) == "numpy":
        return text
    first = ast.parse(text).body[0]
    statement = text.split("\n")[: first.end_lineno] if isinstance(first, ast.Expr) else []
    return "\n".join([*statement, "", *stub(root, exercise, backend).split("\n"), ""]).lstrip("\n")


def _in_torch(lines: list[str], twin: ast.Module) -> list[str]:
    """A stub with what the reference in PyTorch imports in place of its own imports, and with tensors for arrays."""
    tree = ast.parse("\n".join(lines))
    wanted = dict.fromkeys(["import torch", *(ast.unparse(node) for node in _imports(twin))])
    if any("np." in line for line in _signatures(lines, tree)):  # a default may need NumPy
        wanted["import numpy as np"] = None
    dropped = {number for node in _imports(tree) for number in range(node.lineno, (node.end_lineno or 0) + 1)}
    kept = [line for number, line in enumerate(lines, 1) if number not in dropped]
    heads = [node.end_lineno or 0 for node in tree.body if isinstance(node, ast.ImportFrom) and node.module in FIRST]
    at = max(heads, default=0)
    rest = "\n".join(TYPES.get(line, line) for line in kept[at:]).lstrip("\n")
    space = "" if rest.startswith("if ") else "\n"
    return "\n".join([*kept[:at], *([""] if at else []), *sorted(wanted), space, rest]).split("\n")


def _imports(tree: ast.Module) -> list[ast.Import | ast.ImportFrom]:
    return [n for n in tree.body if isinstance(n, ast.Import) or (isinstance(n, ast.ImportFrom) and n.module not in FIRST)]


def _signatures(lines: list[str], tree: ast.Module) -> list[str]:
    numbers = {n for f in ast.walk(tree) if isinstance(f, ast.FunctionDef) for n in range(f.lineno, f.body[0].lineno)}
    return [line for number, line in enumerate(lines, 1) if number in numbers]


def answer(root: Path, exercise: str, backend: Backend) -> str:
    """The cell of an instructor: the stub with each body of the reference above the line that says "not written yet"."""
    path = solution_file(root, exercise)
    path = twin_of(path) if backend_for(root, exercise, backend) == "torch" else path
    reference = submission.read(path)
    lines = stub(root, exercise, backend).split("\n")
    bodies = dict(_functions(submission.parse(reference, path)))
    for name, node in reversed(list(_functions(ast.parse("\n".join(lines))))):
        at = node.body[-1].lineno - 1  # of the line that raises NotImplementedError
        indent = " " * node.body[-1].col_offset
        lines[at:at] = [f"{indent}{BEGIN}", *_body(reference.split("\n"), bodies[name], indent), f"{indent}{END}"]
    helpers = list(_helpers(reference, path, exercise))
    return "\n".join([*lines, *(["", "", BEGIN, "\n\n\n".join(helpers), END] if helpers else [])])


def _functions(tree: ast.Module) -> Iterator[tuple[str, ast.FunctionDef]]:
    """Functions and methods, in their order."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield node.name, node
        elif isinstance(node, ast.ClassDef):
            yield from ((f"{node.name}.{one.name}", one) for one in node.body if isinstance(one, ast.FunctionDef))


def _body(lines: list[str], node: ast.FunctionDef, indent: str) -> list[str]:
    """The lines of a body behind its docstring; one that may come to its end without returning is made to return."""
    documented = ast.get_docstring(node) is not None
    found = lines[(node.body[0].end_lineno or 0) if documented else node.body[0].lineno - 1 : node.end_lineno]
    returns = isinstance(node.body[-1], ast.Return | ast.Raise)
    return [*_stripped(found), *([] if returns else [f"{indent}return"])]


def _stripped(lines: list[str]) -> list[str]:
    """Without empty lines at the beginning, and without what an author tells `gradlings audit`."""
    kept = [line for line in lines if not line.lstrip().startswith("# equivalent:")]
    first = next((number for number, line in enumerate(kept) if line.strip()), 0)
    return kept[first:]


def _helpers(reference: str, path: Path, exercise: str) -> Iterator[str]:
    """What else the reference needs: functions and constants beside the public one, with the comments above them."""
    lines = reference.split("\n")
    for node in submission.parse(reference, path).body:
        assigned = isinstance(node, ast.Assign | ast.AnnAssign) and not ast.unparse(node).startswith("ABOUT ")
        defined = isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name not in (exercise.split("/")[1], "show")
        if assigned or defined:
            decorators = getattr(node, "decorator_list", [])
            start = (decorators[0].lineno if decorators else node.lineno) - 1
            while start and lines[start - 1].startswith("#"):
                start -= 1
            yield "\n".join(_stripped(lines[start : node.end_lineno]))
