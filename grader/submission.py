"""An author's files as a learner's file.

stub(solution)                       what a learner starts from
standalone(root, exercise)           the reference, as a learner would hand it in: what `--reference` grades
standalone(root, exercise, "name")   the same for a known mistake or another right answer of the hidden file
twin(root, exercise, "name")         the reference or a mistake as it is written in PyTorch
"""

from __future__ import annotations

import ast
import builtins
import re
from pathlib import Path

from grader.catalog import CatalogError, hidden_file, solution_file, twin_of

OURS = ("grader", "solutions", "pytest")
STUB_NAMES = frozenset(dir(builtins)) | {"np", "torch", "math"}  # what a default in a signature may use
IMPORT = re.compile(r"^\s*from solutions\.(\w+)\.(\w+) import", re.MULTILINE)
# Runs authors' modules as they are.  What they import of ours is replaced by something that stands for anything.
FRAME = '''"""Written by gradlings: {function} of {exercise}, in one file."""

import sys
import types
{imports}

class _Anything:
    """Takes the place of pytest and of what authors import: every attribute and every decorator works."""

    def __getattr__(self, name):
        return self

    def __call__(self, *args, **kwargs):
        return args[0] if len(args) == 1 and isinstance(args[0], (type, types.FunctionType)) else self


def _load(sources):
    """The last of the modules, all loaded one after the other, without leaving any of them in sys.modules."""
    names = {{"pytest", "grader", "grader.authoring"}}
    for name in sources:
        parts = name.split(".")
        names |= {{".".join(parts[:end]) for end in range(1, len(parts) + 1)}}
    before = {{name: sys.modules[name] for name in names & sys.modules.keys()}}
    for name in names:
        sys.modules[name] = types.ModuleType(name)
        sys.modules[name].__path__ = []
    sys.modules["pytest"] = sys.modules["grader.authoring"] = _Anything()
    for name, source in sources.items():
        exec(compile(source, name, "exec", dont_inherit=True), sys.modules[name].__dict__)
    last = sys.modules[name]
    for name in names:
        del sys.modules[name]
    sys.modules.update(before)
    return last


{name} = _load({sources!r}).{function}
'''


def standalone(root: Path, exercise: str, function: str = "", text: str = "") -> str:
    """A file that needs nothing of ours and defines the exercise's function as `function` of its hidden file does.

    `text` takes the place of what stands in the solution's own file, where it is given.
    """
    name = exercise.split("/")[1]
    sources: dict[str, str] = {}
    _collect(root, exercise, sources)
    if text:
        sources[f"solutions.{exercise.replace('/', '.')}"] = text
    if function and function != name:
        hidden = read(hidden_file(root, exercise))
        for topic, other in IMPORT.findall(hidden):
            _collect(root, f"{topic}/{other}", sources)
        sources["hidden"] = hidden
    return FRAME.format(exercise=exercise, function=function or name, name=name, sources=sources, imports="")


def twin(root: Path, exercise: str, function: str = "", text: str = "") -> str:
    """A file that imports torch and defines the exercise's function as its twin or, with `function`, its torch mistake does.

    `text` takes the place of what stands in the twin's own file, where it is given.
    """
    topic, name = exercise.split("/")
    sources = {f"solutions.{topic}.torch.{name}": text or read(twin_of(solution_file(root, exercise)))}
    if function and function != name:
        sources["hidden"] = read(twin_of(hidden_file(root, exercise)))
    imports = "\nimport torch\n"
    return FRAME.format(exercise=exercise, function=function or name, name=name, sources=sources, imports=imports)


def _collect(root: Path, exercise: str, sources: dict[str, str]) -> None:
    """The solution and those that it imports, those first."""
    module = f"solutions.{exercise.replace('/', '.')}"
    if module not in sources:
        text = read(solution_file(root, exercise))
        for topic, other in IMPORT.findall(text):
            _collect(root, f"{topic}/{other}", sources)
        sources[module] = text


def stub(path: Path) -> str:
    """Statement, imports, signature and docstring: taken over one by one, so that nothing else can slip through."""
    text = read(path)
    lines = text.split("\n")
    tree = parse(text, path)
    public = _definition(tree, path)
    imports = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom | ast.If)]
    plain = [part for node in imports if isinstance(node, ast.Import | ast.ImportFrom) and (part := _import(node))]
    typing = [part for node in imports if isinstance(node, ast.If) and (part := _typing_block(lines, node))]
    future = [part for part in plain if part.startswith("from __future__")]
    standard = [part for part in plain if part.startswith(("import numpy", "import torch"))]
    first = [part for part in plain if part not in future and part not in standard]
    groups = ["\n".join(group) for group in (future, first, standard, typing) if group]
    statement = _segment(lines, tree.body[0]) if ast.get_docstring(tree) is not None else ""
    head = "\n\n".join(part for part in [statement, *groups] if part)
    return f"{head}\n\n\n{_without(tree)}{_unwritten(lines, public, path)}\n".lstrip("\n")


def _without(tree: ast.Module) -> str:
    """A comment that names the library calls that would make it no exercise."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.keyword) and node.arg == "forbid"]
    names = ast.literal_eval(calls[0].value) if calls else ()
    import textwrap  # noqa: PLC0415  # only where stubs are made

    shown = ", ".join("PyTorch's autograd" if name == "autograd" else name for name in names)
    text = f"To be written without {shown}, by whatever name." if names else ""
    return "".join(f"# {line}\n" for line in textwrap.wrap(text, 110))


def _import(node: ast.Import | ast.ImportFrom) -> str:
    """The import without what is ours; empty if nothing is left."""
    if isinstance(node, ast.ImportFrom):
        return "" if (node.module or "").split(".")[0] in OURS else ast.unparse(node)
    names = [alias for alias in node.names if alias.name.split(".")[0] not in OURS]
    return ast.unparse(ast.Import(names)) if names else ""


def _typing_block(lines: list[str], node: ast.If) -> str:
    """`if TYPE_CHECKING:` with its imports; no other `if` belongs into a stub."""
    if not ast.unparse(node.test).endswith("TYPE_CHECKING"):
        return ""
    kept = [n for n in node.body if isinstance(n, ast.Import | ast.ImportFrom) and _import(n) == ast.unparse(n)]
    wanted = {number for n in kept for number in range(n.lineno, (n.end_lineno or n.lineno) + 1)}
    block = range(node.lineno + 1, (node.end_lineno or 0) + 1)
    found = [lines[number - 1] for number in block if number in wanted or not lines[number - 1].strip()]
    return "\n".join([lines[node.lineno - 1], *found]) if kept else ""


def _unwritten(lines: list[str], node: ast.FunctionDef | ast.ClassDef, path: Path) -> str:
    """Header and docstring of a function, or of a class and its methods, with nothing behind them."""
    parts = _header(lines, node, path)
    if isinstance(node, ast.FunctionDef):
        indent = " " * (node.col_offset + 4)
        return "\n".join([*parts, f'{indent}raise NotImplementedError("write {path.stem} here")'])
    methods = [_unwritten(lines, method, path) for method in node.body if isinstance(method, ast.FunctionDef)]
    return "\n\n".join(["\n".join(parts), *methods])


def _header(lines: list[str], node: ast.FunctionDef | ast.ClassDef, path: Path) -> list[str]:
    first = node.body[0]
    if first.lineno == node.lineno:
        raise CatalogError(f"{path}, line {node.lineno}: write the body of {node.name} on lines of its own")
    defaults = [*node.args.defaults, *filter(None, node.args.kw_defaults)] if isinstance(node, ast.FunctionDef) else []
    names = [n.id for default in defaults for n in ast.walk(default) if isinstance(n, ast.Name)]
    missing = [name for name in names if name not in STUB_NAMES]
    if missing:
        raise CatalogError(f"{path}, line {node.lineno}: the stub has no {missing[0]}, which a default of {node.name} uses")
    end = _signature_end(lines, node)
    header = [line for line in lines[node.lineno - 1 : end] if not line.lstrip().startswith("#")]
    return [*header, _segment(lines, first)] if ast.get_docstring(node) is not None else header


def _signature_end(lines: list[str], node: ast.FunctionDef | ast.ClassDef) -> int:
    """Number of the line on which the signature's colon stands: the last one with code before the body."""
    end = node.body[0].lineno - 1
    first = node.body[0]
    if isinstance(first, ast.FunctionDef | ast.ClassDef) and first.decorator_list:
        end = first.decorator_list[0].lineno - 1
    while not lines[end - 1].split("#")[0].rstrip().endswith(":"):
        end -= 1
    return end


def _segment(lines: list[str], node: ast.stmt) -> str:
    """The text of a docstring, from the start of its first line to its own end."""
    found = lines[node.lineno - 1 : node.end_lineno]
    found[-1] = found[-1].encode()[: node.end_col_offset].decode()
    return "\n".join(found)


def _definition(tree: ast.Module, path: Path) -> ast.FunctionDef | ast.ClassDef:
    named = [n for n in tree.body if isinstance(n, ast.FunctionDef | ast.ClassDef) and n.name == path.stem]
    if not named:
        raise CatalogError(f"{path} defines no function or class named {path.stem}")
    return named[-1]


def parse(text: str, path: Path) -> ast.Module:
    """Its syntax tree, or a CatalogError that names the line."""
    try:
        return ast.parse(text)
    except SyntaxError as error:
        raise CatalogError(f"{path} cannot be parsed: line {error.lineno}: {error.msg}") from None


def read(path: Path) -> str:
    """An author's file, or a CatalogError that says why it cannot be read."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise CatalogError(f"{path} cannot be read: {error}") from None
    return text
