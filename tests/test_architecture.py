"""Imports point one way, and the process of the learner knows no answers."""

from __future__ import annotations

import ast
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "grader"
# A module imports only from rows above its own.
ROWS = [
    ["layout", "names", "handed"],
    ["__init__", "exercise", "wire", "cases", "ahead", "backends"],
    ["guards", "operators", "streams", "measure", "program", "kernel", "syscalls", "readable", "reading", "lms", "planpage"],
    ["pools", "progress", "store"],
    ["structure", "catalog", "frames", "tensors", "replies", "memory", "page", "interpreter", "landlock", "seccomp", "watch"],
    ["launch", "runner", "selection"],
    ["conversation", "clusters", "archives", "celltext", "recognise", "roster", "patterns", "clones"],
    ["notebooks", "levels", "settle"],
    ["intake"],
    ["sandbox"],
    ["compare", "submission", "freshness", "worker", "child", "expressions", "behaviours"],
    ["authoring", "yours", "inprocess", "zygote", "statements", "editions"],
    ["recall"],
    ["trial", "examples", "diagnose", "invocation", "mutants"],
    ["warm"],
    ["gradients", "growth", "handins"],
    ["battery"],
    ["faults"],
    ["grade"],
    ["rehearsal"],
    ["advice", "phrases"],
    ["sentences"],
    ["words"],
    ["report", "report.files", "report.record"],
    ["learn", "learn.logbook", "learn.terminal", "learn.saves", "learn.alarms", "learn.opening"],
    ["learn.standing"],
    ["learn.listing", "learn.solution", "learn.live", "learn.questions"],
    ["learn.interview"],
    ["learn.screen"],
    ["learn.faces"],
    ["report.tally", "report.students"],
    ["report.gradebook", "report.junit", "report.markup"],
    ["report.feedback", "report.similarity", "report.sections"],
    ["report.html"],
    ["report.publish"],
    ["generate", "bench", "marking", "doctor", "regrade", "incell"],
    ["bulk"],
    ["site", "site.standin", "site.mends", "site.curriculum", "site.browser", "site.playground"],
    ["site.maths", "site.frame"],
    ["site.prose"],
    ["site.pages"],
    ["site.task", "site.search"],
    ["platforms", "platforms.graded"],
    ["platforms.summary", "platforms.settings"],
    ["platforms.github", "platforms.gradescope"],
    ["platforms.classroom50"],
    ["export", "export.files", "export.answers", "export.cells", "export.handin", "export.zipped", "export.workflow"],
    ["export.wheel"],
    ["export.pins"],
    ["export.nbgrader", "export.marks", "export.github", "export.bundle", "learn.cell", "learn.practice"],
    ["export.classroom50", "export.gradescope"],
    ["export.command", "export.rebuilt"],
    ["export.gradebook"],
    ["export.autograde", "export.course"],
    ["batch"],
    ["workforce"],
    ["publishing", "collected"],
    ["grading"],
    ["export.direct"],
    ["sync", "options", "audit"],
    ["scaffold", "weaknesses", "showing", "learn.actions", "learn.updating"],
    ["learn.watching"],
    ["learn.evening"],
    ["site.build"],
    ["site.command"],
    ["figures"],
    ["ledger"],
    ["auditing"],
    ["learn.command"],
    ["plugin", "cli"],
    ["__main__"],
]
ROW = {name: number for number, row in enumerate(ROWS) for name in row}
SUBPACKAGES = ["report", "export", "learn", "platforms", "site"]  # hidden tests are no part of the engine
PATHS = {path.stem: path for path in PACKAGE.glob("*.py")}
for subpackage in SUBPACKAGES:
    PATHS |= {f"{subpackage}.{path.stem}".removesuffix(".__init__"): path for path in (PACKAGE / subpackage).glob("*.py")}
MODULES = sorted(PATHS)
LINES = 250
FUNCTION_LINES = 40


def imports(module: str) -> set[str]:
    """Modules of ours that `module` imports, whether at its top or inside a function."""
    found = set()
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "grader":
            source = str(node.module).removeprefix("grader").removeprefix(".")
            named = {f"{source}.{alias.name}".removeprefix(".") for alias in node.names}
            found |= named & ROW.keys() or ({source} if source else set())
        elif isinstance(node, ast.Import):
            found |= {alias.name.removeprefix("grader.") for alias in node.names if alias.name.startswith("grader.")}
    return found


def tree(module: str) -> ast.Module:
    return ast.parse(PATHS[module].read_text(encoding="utf-8"))


def test_every_module_has_its_place() -> None:
    assert sorted(ROW) == MODULES


@pytest.mark.parametrize("module", MODULES)
def test_imports_point_one_way(module: str) -> None:
    late = sorted(name for name in imports(module) if ROW[name] >= ROW[module])
    assert late == [], f"{module} imports {late}, which come later"


def test_the_child_knows_its_tools_alone() -> None:
    """Nothing that is loaded in a learner's process knows of exercises, references or verdicts."""
    assert imports("child") == {"frames", "wire", "sandbox", "kernel", "streams", "tensors", "runner"}
    assert imports("runner") == {"wire", "tensors", "guards", "watch", "measure", "memory", "program"}
    assert imports("sandbox") == {"kernel", "landlock", "readable", "seccomp"}
    assert imports("wire") == {"layout", "names"}
    assert imports("frames") == imports("tensors") == imports("memory") == {"wire"}
    assert all(
        imports(name) == set()
        for name in ("layout", "kernel", "readable", "syscalls", "guards", "measure", "program", "exercise")
    )


FOR_NBGRADER = ["export.autograde"]  # loaded by it, and by nobody else
ALONE = [name for name in MODULES if name not in ("__main__", "plugin") and (name not in FOR_NBGRADER or find_spec("nbgrader"))]


EACH_ALONE = """
import importlib, os, sys
import numpy, numpy.random, pytest  # what takes time and is not ours

for name in sys.argv[1:]:
    pid = os.fork()
    if pid == 0:
        status = 1
        try:
            importlib.import_module(f"grader.{name}")
            status = 0
        except BaseException as error:
            print(f"{name}: {error!r}", flush=True)
        os._exit(status)
    os.waitpid(pid, 0)
"""


def test_each_imports_alone_without_a_warning() -> None:
    """So that there is no circle, whichever comes first."""
    command = [sys.executable, "-W", "error", "-c", EACH_ALONE, *ALONE]
    done = subprocess.run(command, check=True, timeout=110, capture_output=True, text=True)
    assert done.stdout == done.stderr == ""


def test_importing_the_plugin_loads_nothing_heavy() -> None:
    """Every pytest run of the environment pays for it."""
    code = "import pytest, sys, grader.plugin; print([m for m in ('numpy', 'torch', 'rich', 'jaxtyping') if m in sys.modules])"
    printed = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, timeout=60).stdout
    assert printed.strip() == "[]"


@pytest.mark.parametrize("module", MODULES)
def test_modules_and_functions_stay_short(module: str) -> None:
    """Docstrings do not count towards the length of a function."""
    text = PATHS[module].read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LINES
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            body = node.body[1:] if ast.get_docstring(node) and len(node.body) > 1 else node.body
            length = (node.end_lineno or 0) - body[0].lineno + 1
            assert length <= FUNCTION_LINES, f"{module}.{node.name} has {length} lines"


def test_generic_code_names_no_exercise() -> None:
    """Exceptions live in the exercise, with a reason."""
    names = {path.stem for path in (PACKAGE / "hidden").glob("*/*.py")}
    for module in MODULES:
        for node in ast.walk(tree(module)):
            if isinstance(node, ast.Compare):
                compared = {c.value for c in ast.walk(node) if isinstance(c, ast.Constant) and isinstance(c.value, str)}
                assert not compared & names, f"{module} branches on {compared & names}"
