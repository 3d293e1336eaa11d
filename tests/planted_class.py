"""A class whose marks are known before it is graded, handed in as classes hand in: folders, zips, notebooks, downloads.

Everything comes from the bank of each exercise: the reference and other right answers, the stub, known mistakes; and from
`tests/attacks`.  The same seed plants the same class, to the byte.
"""

from __future__ import annotations

import ast
import random
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Any, NamedTuple

from attack_files import Attack, read_all
from class_folder import code, notebook, packed
from conftest import ROOT, load

from grader import catalog, submission
from grader.exercise import Verdict
from grader.handins import HandIn, chosen, hand_ins
from grader.sync import write

SHARES = {"right": 55, "mistake": 20, "stub": 10, "broken": 5, "odd": 5, "hostile": 5}  # of a hundred files
FORMS = ("folder", "zip", "notebooks", "canvas", "moodle")
FULL, NOTHING = 1.0, 0.0  # of the points

BROKEN = {
    "a line that is no Python": "def {name}(x:\n    return x\n",
    "another name": "def my_{name}(*args, **kwargs):\n    return args[0]\n",
    "nothing": "",
    "an exception while it is loaded": "SCALE = 1 / 0\n\n\ndef {name}(*args, **kwargs):\n    return args[0]\n",
    "an exception in each call": "def {name}(*args, **kwargs):\n    return {{}}['nothing']\n",
    "no text": "def {name}(x):\n    return '\udcff'\n",  # handed in as the byte 0xff
}
# A right answer that talks, dawdles or warns.  Instances of a class are left alone: tests ask what they are.
ODD = {
    "prints": "print('called with', len(args), 'arguments')",
    "prints much": "print('x' * 5000)",
    "complains": "print('careful!', file=__import__('sys').stderr)",
    "warns": "__import__('warnings').warn('this is slow')",
    "is slow": "__import__('time').sleep(0.005)",
}
WRAPPED = """

_answer = {name}
if not isinstance(_answer, type):

    def {name}(*args, **kwargs):
        {line}
        return _answer(*args, **kwargs)
"""
# What an attack does, it does here at each call of another exercise; its own answer is none.
ATTACKING = """

def {name}(*args, **kwargs):
    try:
        row_softmax({library}.ones((3, 4)))
    except Exception:
        pass
"""
HELPER = """

def _described(value):
    \"\"\"For looking at it while I work.\"\"\"
    return f"{type(value).__name__} {getattr(value, 'shape', '')}"
"""
NOT_PLAIN = {"locals", "vars", "eval", "exec", "dir"}


class Planted(NamedTuple):
    """One file, and the share of the points that it must get: None of a mistake, which may be right in part."""

    number: int  # of the student
    exercise: str
    kind: str
    name: str  # of what it is: a known mistake, an attack
    source: bytes
    share: float | None

    @property
    def student(self) -> str:
        """Platforms call people by their names, folders are often named after accounts."""
        names = {"canvas": f"name{self.number:04}", "moodle": f"Ada Nr {self.number}"}
        return names.get(self.form, f"student{self.number:04}")

    @property
    def form(self) -> str:
        return FORMS[self.number % len(FORMS)]


def plant(
    exercises: Sequence[str],
    students: int,
    known: Mapping[str, Any],
    *,
    seed: int = 0,
    torch: bool = False,
    hangs: bool = False,
) -> list[Planted]:
    """The class, by student.

    `known` is what attacks are told.  Without `hangs` there are none that take all their time, many seconds of each file.
    """
    draw = random.Random(seed)
    attacks = [each for each in read_all() if _usable(each, torch, hangs)]
    found = []
    for number in range(students):
        for exercise in exercises:
            (kind,) = draw.choices(list(SHARES), list(SHARES.values()))
            name, source = _drawn(draw, kind, exercise, torch, attacks, known)
            share = FULL if kind in ("right", "odd") else None if kind == "mistake" else NOTHING
            if kind in ("right", "mistake", "odd"):
                source = _as_written_by(number, source, draw)
            found.append(Planted(number, exercise, kind, name, source.encode("utf-8", "surrogateescape"), share))
    return found


def bank(exercise: str, torch: bool) -> tuple[HandIn, ...]:
    return chosen(_hand_ins(exercise), torch=torch)


@cache
def _hand_ins(exercise: str) -> tuple[HandIn, ...]:
    return tuple(each for each in hand_ins(ROOT, load(exercise)) if each.kind in ("right", "mistake"))


def _usable(attack: Attack, torch: bool, hangs: bool) -> bool:
    return (torch or attack.backend == "numpy") and (hangs or Verdict.TIMEOUT not in attack.verdicts)


def _drawn(
    draw: random.Random, kind: str, exercise: str, torch: bool, attacks: Sequence[Attack], known: Mapping[str, Any]
) -> tuple[str, str]:
    """What a file is called, and its text."""
    name = exercise.split("/")[1]
    if kind == "stub":
        return "stub", submission.stub(catalog.solution_file(ROOT, exercise))
    if kind == "broken":
        what = draw.choice(list(BROKEN))
        return what, BROKEN[what].format(name=name)
    if kind == "hostile":
        attack = draw.choice(attacks)
        end = "" if attack.raw else ATTACKING.format(name=name, library=attack.backend)
        return attack.name, attack.handed_in(dict(known)).decode("utf-8", "surrogateescape") + _imported(attack, end)
    chosen = draw.choice([each for each in bank(exercise, torch) if each.kind == ("mistake" if kind == "mistake" else "right")])
    if kind != "odd":
        return chosen.name, chosen.source
    what = draw.choice(list(ODD))
    return f"{chosen.name} {what}", chosen.source + WRAPPED.format(name=name, line=ODD[what])


def _imported(attack: Attack, end: str) -> str:
    return f"\n\nimport {attack.backend}\n{end}" if end else ""


def _as_written_by(student: int, source: str, draw: random.Random) -> str:
    """The same, in the hand of a student: no two files are equal."""
    text = _renamed(source) if draw.random() < 0.5 else source
    return f"# student {student}\n{text}{HELPER if draw.random() < 0.3 else ''}"


@cache
def _renamed(source: str) -> str:
    """Local variables have other names; so they have in the modules that a file of the bank holds as texts."""
    return ast.unparse(_Renamer().visit(ast.parse(source)))


class _Renamer(ast.NodeTransformer):
    def visit_Constant(self, node: ast.Constant) -> ast.Constant:
        try:
            return ast.Constant(_renamed(node.value)) if isinstance(node.value, str) and "\ndef " in node.value else node
        except SyntaxError:
            return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        names = {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}
        mine = frozenset() if names & NOT_PLAIN else _locals(node)
        for each in ast.walk(node):
            if isinstance(each, ast.Name) and each.id in mine:
                each.id = f"my_{each.id}"
        return node


def _locals(function: ast.FunctionDef) -> frozenset[str]:
    """Names that are assigned in a function, and are nothing else in it or in what it holds."""
    assigned, other = set(), set()
    for node in ast.walk(function):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            assigned.add(node.id)
        elif isinstance(node, ast.arg):
            other.add(node.arg)
        elif isinstance(node, ast.Global | ast.Nonlocal):
            other.update(node.names)
        elif isinstance(node, ast.FunctionDef | ast.ClassDef | ast.ExceptHandler | ast.alias):
            other.add(str(node.name))
        if isinstance(node, ast.ClassDef):
            other.update(each.id for each in ast.walk(node) if isinstance(each, ast.Name))
    return frozenset(assigned - other)


def hand_in(folder: Path, planted: Sequence[Planted]) -> Path:
    """Write a class down, each student in one of the forms."""
    for _, own in groupby(planted, key=attrgetter("number")):
        for path, content in _files(list(own)):
            write(folder / path, content)
    return folder


def _files(own: Sequence[Planted]) -> Iterator[tuple[str, bytes]]:
    student, number, form = own[0].student, own[0].number, own[0].form
    sources = {each.exercise.split("/")[1]: each.source for each in own}
    if form == "zip":
        yield f"{student}.zip", packed({f"homework/{name}.py": source for name, source in sources.items()})
    for place, (name, source) in enumerate(sources.items()):
        if form == "folder":
            yield f"{student}/{name}.py", source
        elif form == "notebooks":
            yield f"{student}/{name}.ipynb", _as_notebook(name, source)
        elif form == "canvas":
            yield f"{student}_{7000 + number}_{9000 + 10 * number + place}_{name}.py", source
        elif form == "moodle":
            yield f"{student}_{5000 + number}_assignsubmission_file_/{name}.py", source


def _as_notebook(name: str, source: bytes) -> bytes:
    """As nbgrader hands out and collects it; what is no text cannot stand in a notebook."""
    words = {"cell_type": "markdown", "source": f"# {name}", "metadata": {}}
    answer = code(source.decode("utf-8", "replace"), grade_id=name, solution=True, locked=False, grade=False)
    check = code(f"assert {name}", grade_id=f"{name}-test", solution=False, locked=True, grade=True)
    return notebook(words, code("%matplotlib inline\nimport numpy as np"), answer, check)
