"""What of a notebook's cell goes into the file that is graded.  Its text is only searched: it is parsed where it is run."""

from __future__ import annotations

import re
from collections.abc import Iterator

from grader.readable import MODULES

PYTHON_MAGIC = re.compile(r"%%(?:time|timeit|capture|prun)\b")
SHELL = re.compile(r"\A([ \t]+)!(?!=).*")
HELP = re.compile(r"\?|[\w.]+\?{1,2}\s*\Z")

STRING = r"\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'"
TOKEN = re.compile(rf"'''|\"\"\"|#[^\n]*|{STRING}|[()\[\]{{}}]|\\\n|\n")
UNSPOKEN = re.compile(rf"#[^\n]*|{STRING}")
CONTINUES = re.compile(r"[ \t#)\]}]|(?:else|elif|except|finally)\b")
DEFINITION = re.compile(r"(?:async[ \t]+)?def\b|class\b|@|try\s*:|if (?:typing\.)?TYPE_CHECKING\b")
IMPORT = re.compile(r"from[ \t]+(\w+)[\w.]*[ \t]+import\b|import[ \t]+")
CONSTANT = re.compile(r"\w+(?:[ \t]*,[ \t]*\w+)*[ \t]*(?::[^=(]*)?=(?!=)(.*)\Z", re.DOTALL)
CALL = re.compile(r"[\w)\]][ \t]*\(")
HEAD = re.compile(r"(?<![\w.])[A-Za-z_]\w*")
CONSTANTS = frozenset({"True", "False", "None", "np", "numpy", "torch", "math"})


def python(text: str) -> str:
    """A cell with what only a notebook understands blanked out, line for line."""
    lines = text.splitlines()
    first = next((line for line in lines if line.strip()), "")
    if first.startswith("%%") and not PYTHON_MAGIC.match(first):  # another language, or a file that is written
        return "\n" * max(len(lines) - 1, 0)
    return "\n".join(
        "" if line.startswith(("%", "!")) or HELP.match(line) else SHELL.sub(r"\1pass", line) if "!" in line else line
        for line in lines
    )


def helpers(text: str) -> str:
    """The imports, definitions and constants of a cell; every other statement becomes as many empty lines."""
    return "\n".join(_kept(statement) for statement in _statements(text))


def _kept(statement: str) -> str:
    blank = "\n" * statement.count("\n")
    if found := IMPORT.match(statement):
        # A process that grades can import little; what it cannot is there for pictures and tables.
        return (statement if found[1] in MODULES else blank) if found[1] else _importable(statement, blank)
    return statement if CONTINUES.match(statement) or DEFINITION.match(statement) or _constant(statement) else blank


def _importable(statement: str, blank: str) -> str:
    """``import numpy as np, pandas`` -> ``import numpy as np``."""
    names = [name.strip() for name in statement.split("#", maxsplit=1)[0].strip()[len("import") :].split(",")]
    kept = [name for name in names if re.split(r"\W", name)[0] in MODULES]
    return f"import {', '.join(kept)}{blank}" if kept and len(kept) < len(names) else statement if kept else blank


def _constant(statement: str) -> bool:
    """Whether it assigns something that depends on nothing, so that it means the same without what stood before it."""
    found = CONSTANT.match(statement)
    value = UNSPOKEN.sub("", found[1]) if found else "("
    return found is not None and not CALL.search(value) and CONSTANTS.issuperset(HEAD.findall(value))


def _statements(text: str) -> Iterator[str]:
    """The statements of a cell, each with the lines that belong to it."""
    lines, starts = text.split("\n"), _starts(text)
    begin = 0
    for number in range(1, len(lines) + 1):
        if number == len(lines) or (number in starts and lines[number] and not CONTINUES.match(lines[number])):
            yield "\n".join(lines[begin:number])
            begin = number


def _starts(text: str) -> set[int]:
    """The numbers of the lines that begin outside of brackets and strings."""
    starts, depth, line, position = {0}, 0, 0, 0
    while found := TOKEN.search(text, position):
        token, position = found[0], found.end()
        if token in ("'''", '"""'):
            end = text.find(token, position)
            end = len(text) if end < 0 else end + len(token)
            line, position = line + text.count("\n", position, end), end
        elif token.endswith("\n"):
            line += 1
            if token == "\n" and not depth:
                starts.add(line)
        elif token in "([{":
            depth += 1
        elif token in ")]}":
            depth = max(depth - 1, 0)
    return starts
