"""Mutants: each slip once, where it stands, by a name that a waiver can use; and nothing that is no slip."""

from __future__ import annotations

import ast

import pytest
from conftest import ROOT

from grader import catalog, mutants
from grader.mutants import Mutant, Waiver

HEAD = "import numpy as np\n\n\ndef f(x, y=None, n=3):\n"
# A line of code, and what each mutant makes of it.
LINES = {
    "return x + y": {"x - y", "x * y", "x", "y", "-(x + y)"},
    "return x / y": {"x * y", "x", "y", "y / x", "-(x / y)"},
    "return x @ y": {"x * y", "x", "y", "y @ x", "-(x @ y)"},
    "return x ** 2": {"x * 2", "x", "2 ** x", "x ** 3", "x ** 1", "-(x ** 2)"},
    "return (x - y) * n": {
        "(x - y) / n", "(x - y) + n", "(x - y)", "n", "(x + y) * n", "(x) * n", "(y) * n", "(y - x) * n", "-((x - y) * n)",
    },
    "return -x": {"x", "-(-x)"},
    "return not x": {"x", "-(not x)"},
    "return x < y": {"x <= y", "x > y", "-(x < y)"},
    "return 0 <= x < n": {
        "0 < x < n", "0 > x < n", "0 <= x <= n", "0 <= x > n", "x < n", "0 <= x", "1 <= x < n", "-1 <= x < n", "-(0 <= x < n)",
    },
    "return x != y": {"x == y", "x < y", "x > y", "-(x != y)"},
    "return x is None": {"x is not None", "-(x is None)"},
    "return x and y": {"x or y", "x", "y", "-(x and y)"},
    "return x if n else y": {"x", "y", "y if n else x", "-(x if n else y)"},
    "return True": {"False"},
    "return 2.5": {"5.0", "1.25"},
    "return 0.0": {"1.0", "-1.0"},
    "return np.einsum('ij,k->kij', x, y)": {
        "np.einsum('ji,k->kij', x, y)", "np.einsum('ij,k->ikj', x, y)", "np.einsum('ij,k->kji', x, y)", "'ij,k->kij'",
        "np.einsum(x, 'ij,k->kij', y)", "np.einsum('ij,k->kij', y, x)", "-np.einsum('ij,k->kij', x, y)",
    },
    "return x.sum(axis=-1, keepdims=True)": {
        "x", "x.sum(keepdims=True)", "x.sum(axis=-1)", "x.mean(axis=-1, keepdims=True)", "x.sum(axis=1, keepdims=True)",
        "x.sum(axis=-2, keepdims=True)", "x.sum(axis=-0, keepdims=True)", "x.sum(axis=-1, keepdims=False)",
        "-x.sum(axis=-1, keepdims=True)",
    },
    "return x.mean(axis=(0, 2))": {
        "x", "x.mean()", "x.sum(axis=(0, 2))", "x.mean(axis=(1, 2))", "x.mean(axis=(-1, 2))", "x.mean(axis=(0, 3))",
        "x.mean(axis=(0, 1))", "x.mean(axis=(0,))", "x.mean(axis=(2,))", "-x.mean(axis=(0, 2))",
    },
    "return x.max(-1)": {"x", "x.max()", "x.min(-1)", "x.max(1)", "x.max(-2)", "x.max(-0)", "-x.max(-1)"},
    "return np.sum(x, 0)": {"x", "np.sum(0, x)", "np.sum(x)", "np.mean(x, 0)", "np.sum(x, 1)", "np.sum(x, -1)", "-np.sum(x, 0)"},
    "return np.maximum(x, y)": {"x", "np.minimum(x, y)", "-np.maximum(x, y)"},
    "return np.clip(x, max=y)": {"x", "np.clip(x)", "np.clip(x, min=y)", "-np.clip(x, max=y)"},
    "return x.copy()": {"x", "-x.copy()"},
    "return x.T": {"x", "-x.T"},
    "return x[1:n]": {"x", "x[:n]", "x[1:]", "x[2:n]", "x[0:n]", "x[1:n + 1]", "x[1:n - 1]", "-x[1:n]"},
    "return x[::-1]": {"x", "x[::]", "x[::1]", "x[::-2]", "x[::-0]", "-x[::-1]"},
    "return x[0]": {"x[1]", "x[-1]", "-x[0]"},
    "return x, y": {"y, x", "-x, y", "x, -y"},
    "return [x for x in y if n]": {"[x for x in y if True]"},
    "return [x for _ in range(n)]": {"[x for _ in range(n - 1)]", "[x for _ in range(1, n)]"},
}  # fmt: skip
BLOCKS = {
    "if n > 2:\n        x = y\n    return x": {
        "if True:", "if False:", "if n >= 2:", "if n < 2:", "if n > 3:", "if n > 1:", "pass", "return -x",
    },
    "if not n:\n        return y\n    return x": {"if True:", "if False:", "if n:", "return -y", "return -x"},
    "for i in range(n):\n        x += i\n    return x": {
        "for i in range(n - 1):", "for i in range(1, n):", "x -= i", "x = i", "pass", "return -x",
    },
    "h, w = x.shape\n    return h": {"w, h = x.shape", "return -h"},
    "x[0] = y\n    return x": {"pass", "x[1] = y", "x[-1] = y", "return -x"},
    'raise ValueError(f"x is {x}")': {'raise RuntimeError(f"x is {x}")', 'raise ValueError("wrong")'},
}  # fmt: skip
DEFAULTS = {"def f(x, y=None, n=4):", "def f(x, y=None, n=2):"}


def changed(body: str, start: str = "    ") -> set[str]:
    """The line that each mutant changes, as it is then, less those of the default."""
    text = f"{HEAD}{start}{body}\n"
    lines = text.splitlines()
    found = set()
    for mutant in mutants.mutants(text):
        now = mutant.text.splitlines()
        found.add(next(new for new, old in zip(now, lines, strict=False) if new != old).strip())
    assert found >= DEFAULTS
    return found - DEFAULTS


@pytest.mark.parametrize("line", LINES)
def test_every_slip_in_an_expression(line: str) -> None:
    assert changed(line) == {f"return {slip}" for slip in LINES[line]}


@pytest.mark.parametrize("block", BLOCKS)
def test_every_slip_in_a_statement(block: str) -> None:
    assert changed(block) == BLOCKS[block]


def test_what_is_no_code_stays_as_it_is() -> None:
    """Docstrings, annotations, imports, ABOUT, messages: a slip there is none."""
    text = '"""Add 1."""\nimport numpy as np\nfrom a import b\n\nABOUT = f(points=5)\n\n\ndef g(x: A["N 1"]) -> B[2]:\n'
    text += '    """1 + 1."""\n'
    assert mutants.mutants(text + "    return x\n") == mutants.mutants(f"{text}    return x\n")
    assert [mutant.new for mutant in mutants.mutants(text + "    return x\n")] == ["-x"]
    assert [m.new for m in mutants.mutants(text + "    raise f'{x + 1}'\n")] == []


def test_constants_of_the_module_are_code() -> None:
    assert [m.new for m in mutants.mutants("LIMIT = 3\n")] == ["4", "2"]


def test_each_mutant_is_python_and_there_is_none_twice_and_each_has_a_name_of_its_own() -> None:
    """In the solutions, of which every run looks at others once the catalogue has grown."""
    exercises = catalog.exercise_ids(ROOT)
    for name in mutants.drawn(exercises, 40, f"{len(exercises)} exercises"):
        path = catalog.solution_file(ROOT, name)
        for file in filter(lambda file: file.is_file(), (path, catalog.twin_of(path))):
            text = file.read_text(encoding="utf-8")
            found = mutants.mutants(text)
            forms = {ast.dump(ast.parse(mutant.text)) for mutant in found}
            assert len(forms) == len(found) > 4
            assert ast.dump(ast.parse(text)) not in forms
            names = [(m.line, m.old, m.new) for m in found]
            assert len(set(names)) == len(names), file


def test_a_name_says_which_one_of_a_line() -> None:
    found = mutants.mutants(f"{HEAD}    return x[:, 1] + y[1]\n")
    assert (":, 1", ":, 2") in {(m.old, m.new) for m in found}
    assert ("y[1]", "y[2]") in {(m.old, m.new) for m in found}
    names = [(m.line, m.old, m.new) for m in found]
    assert len(set(names)) == len(names)


def test_every_line_of_a_long_expression_has_names_of_its_own() -> None:
    found = mutants.mutants("KERNEL = [\n    1, 2, 1,\n    0, 0, 0,\n]\n")
    names = [(m.line, m.old, m.new) for m in found]
    assert len(set(names)) == len(names)
    assert all(m.old != m.new for m in found)
    assert (3, "0, 0, 0,", "1, 0, 0,") in names
    assert [m.new for m in mutants.mutants("f = g(h(0 == 0), h(0 == 0))\n")]


def test_lines_are_counted_as_python_counts_them() -> None:
    """A form feed, or U+2028, ends a line for `splitlines` and not for Python."""
    for odd in ("\x0c", "\u2028", "\x85", "\x1c"):
        found = mutants.mutants(f"# page {odd} break\nLIMIT = 3\n")
        assert [(m.line, m.new) for m in found] == [(2, "4"), (2, "2")]
    assert [m.new for m in mutants.mutants("LIMIT: int = 3\n")] == ["4", "2"]


def test_letters_that_take_more_than_a_byte_move_nothing() -> None:
    found = mutants.mutants('def f(x):\n    return "é→" + x[0]  # größer\n')
    assert 'return "é→" + x[1]  # größer' in {m.text.splitlines()[1].strip() for m in found}


WAIVED = """
def f(x):
    # equivalent: x > 0 => x >= 0, because zero is zero on either side.
    # A comment in between.
    y = np.where(x > 0, x, 0)
    return y  # equivalent: y => -y, because it does not matter here.
"""


def test_a_waiver_speaks_of_the_next_line_of_code_or_of_its_own() -> None:
    first, second = mutants.waivers(WAIVED)
    assert first == Waiver(3, 5, "x > 0", "x >= 0", "zero is zero on either side.")
    assert (second.line, second.about, second.old, second.new) == (6, 6, "y", "-y")


def test_a_waiver_fits_one_mutant() -> None:
    given = mutants.waivers(WAIVED)
    assert mutants.waived(Mutant(5, "x > 0", "x >= 0", ""), given) == given[0]
    for other in (Mutant(4, "x > 0", "x >= 0", ""), Mutant(5, "x > 0", "x < 0", ""), Mutant(5, ">", ">=", "")):
        assert mutants.waived(other, given) is None


def test_a_waiver_without_a_reason_is_none() -> None:
    assert mutants.waivers("# equivalent: x > 0 => x >= 0\nx = 1\n") == ()


def test_a_sample_follows_from_the_seed_alone() -> None:
    found = mutants.mutants(f"{HEAD}    return x[1:n] + y[2:n] * 3 - 4\n")
    assert len(found) > 20
    one, again, other = (mutants.drawn(found, 5, seed) for seed in ("1", "1", "2"))
    assert one == again
    assert one != other
    assert len(one) == 5
    assert set(one) <= set(found)
    assert [m.line for m in one] == sorted(m.line for m in one)
    assert mutants.drawn(found, 1000, "1") == found


def test_the_difference_shows_the_lines_that_changed() -> None:
    assert mutants.difference("a\nb\nc", "a\nB\nc", "f.py") == "@@ -2 +2 @@\n-b\n+B"


def test_an_edit_that_leaves_no_python_is_no_mutant() -> None:
    assert changed("return x[n:]") == {"return x", "return x[:]", "return x[n + 1:]", "return x[n - 1:]", "return -x[n:]"}
