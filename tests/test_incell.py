"""The check cell of a notebook: what a kernel has run is checked as a file is, and told in the words of pytest."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from course import student_course

from grader import incell

RELU = "activations/relu"
RIGHT = "import numpy as np\ndef relu(x):\n    return np.maximum(x, 0)\n"
WRONG = "import numpy as np\ndef relu(x):\n    return np.abs(x)\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A student's copy, in which the notebook lies."""
    monkeypatch.chdir(student_course(tmp_path).root)
    return tmp_path


def told(monkeypatch: pytest.MonkeyPatch, *cells: str, exercise: str = RELU) -> str:
    """What is said after these cells were run."""
    monkeypatch.setattr(sys.modules["__main__"], "In", ["", *cells], raising=False)
    with pytest.raises(incell.NotPassed) as refused:
        incell.check(exercise)
    assert refused.value._render_traceback_() == str(refused.value).splitlines()
    return str(refused.value)


def passes(monkeypatch: pytest.MonkeyPatch, *cells: str) -> None:
    monkeypatch.setattr(sys.modules["__main__"], "In", ["", *cells], raising=False)
    incell.check(RELU)


@pytest.mark.usefixtures("folder")
def test_right(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    passes(monkeypatch, RIGHT, "%matplotlib inline\nrelu(np.ones(3))")
    assert capsys.readouterr() == ("activations/relu: 1 visible check passed. 12 hidden checks are with your instructor.\n", "")


@pytest.mark.usefixtures("folder")
def test_the_answer_that_was_run_last_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    passes(monkeypatch, WRONG, RIGHT, WRONG.replace("relu", "other"))
    assert "[examples] wrong" in told(monkeypatch, RIGHT, WRONG)


@pytest.mark.usefixtures("folder")
def test_a_helper_of_another_cell_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    passes(monkeypatch, "import numpy as np\ndef helper(x):\n    return np.maximum(x, 0)", "def relu(x):\n    return helper(x)")


@pytest.mark.usefixtures("folder")
def test_words(monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(monkeypatch, "def relu(x):\n    raise NotImplementedError") == (
        "activations/relu [examples] todo: The examples of the statement.\n"
        "Not written yet.\n"
        "Next: write relu in its cell, run that cell, and then this one."
    )
    assert told(monkeypatch, "x = 1").endswith("Next: define relu in a cell, run that cell, and then this one.")
    assert told(monkeypatch, WRONG).endswith(
        "Next: change relu in its cell, run that cell, and then this one; "
        "for a nudge, run in a cell: !gradlings hint activations/relu"
    )
    endless = told(monkeypatch, "import time\ndef relu(x):\n    time.sleep(60)")
    assert endless.startswith("activations/relu [examples] timeout: The examples of the statement.\n")


@pytest.mark.usefixtures("folder")
def test_what_cannot_be_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    said = told(monkeypatch, RIGHT, exercise="activations/nothing")
    assert said.startswith("activations/nothing cannot be checked here: there is no exercise 'activations/nothing'")
    monkeypatch.delattr(sys.modules["__main__"], "In")
    with pytest.raises(incell.NotPassed, match="`check` belongs into a notebook; a Python file is checked with pytest"):
        incell.check(RELU)
