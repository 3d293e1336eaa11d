"""Golden messages: `tests/messages/<case>/learner.py` is graded, and what a learner reads must be `report.txt`.

The file is graded with what it imports, arrays or tensors.  Its first lines may say more::

    # grades: convolution/conv2d
    # deadline: 0.5
    # dtype: float16

After a change of wording: pytest tests/test_messages.py --update-messages, then read the diff.
"""

from __future__ import annotations

import importlib.util
import re
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import ROOT, load

from grader import worker
from grader.backends import backend_of
from grader.exercise import Setup, Verdict
from grader.grade import grade
from grader.launch import Launchers
from grader.words import report_text

UNTOLD = (Verdict.PASSED, Verdict.BROKEN)  # the kit's own fault is provoked by tests/test_plugin.py
NEEDS = {"forbidden_call": "scipy", "forbidden_hidden_import": "scipy"}  # not said in the file: that would load it ahead
CASES = sorted(path.parent for path in (Path(__file__).parent / "messages").glob("*/learner.py"))


def setting(source: str, name: str, default: str) -> str:
    found = re.search(rf"^# {name}: (.+)$", source, re.MULTILINE)
    return found.group(1) if found else default


def report_of(case: Path, launchers: Launchers) -> str:
    source = (case / "learner.py").read_bytes()
    text = source.decode("utf-8", "replace")
    exercise = load(setting(text, "grades", "convolution/conv2d"))
    deadline = float(setting(text, "deadline", "5"))
    exercise = replace(exercise, about=replace(exercise.about, deadline=deadline))
    setup = Setup(backend_of(source), dtype=setting(text, "dtype", ""))
    for library in (setup.backend, NEEDS.get(case.name, "numpy")):
        if importlib.util.find_spec(library) is None:
            pytest.skip(f"{library} is not installed")
    launch, forbid = launchers.of(setup.backend), exercise.about.forbid
    process = worker.Process(source, f"{exercise.name}.py", exercise.name, launch, deadline, setup, forbid)
    try:
        return report_text(exercise, grade(exercise, process))
    finally:
        process.close()


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_learner_reads_this(
    case: Path, launchers: Launchers, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "LOAD_DEADLINE", 1.0)  # ten seconds for a file that hangs are too long to wait
    told = report_of(case, launchers)
    assert "] broken: " not in told  # whatever a learner's file does, it is not the kit that failed
    golden = case / "report.txt"
    if request.config.getoption("--update-messages"):
        golden.write_text(told, encoding="utf-8")
    assert told == golden.read_text(encoding="utf-8")


def test_there_are_enough_cases_and_one_for_every_verdict() -> None:
    assert len(CASES) >= 100
    told = "\n".join((case / "report.txt").read_text(encoding="utf-8") for case in CASES)
    missing = [v for v in Verdict if v not in UNTOLD and f"] {v}: " not in told]
    assert missing == []
    assert re.search(r"^\S+: (\d+) of \1 checks passed", told, re.MULTILINE)  # what passed is not told one by one


def test_a_forbidden_call_is_never_told_as_an_exception() -> None:
    reports = {case.name: (case / "report.txt").read_text(encoding="utf-8") for case in CASES}
    forbidden = {name: told for name, told in reports.items() if "] forbidden: " in told}
    assert len(forbidden) >= 5
    assert [name for name, told in forbidden.items() if "] raised: " in told] == []


def test_no_message_shows_our_side() -> None:
    """No path of this machine, no traceback of the kit, no name of a hidden file, and no address in memory."""
    for case in CASES:
        told = (case / "report.txt").read_text(encoding="utf-8")
        for secret in (str(ROOT), "grader/", "site-packages", "hidden/", "__learner__", "Traceback"):
            assert secret not in told, f"{case.name} shows {secret}"
        assert not re.search(r"0x[0-9a-f]{6}", told), f"{case.name} shows an address"


def test_no_message_steers_a_terminal() -> None:
    for case in CASES:
        told = (case / "report.txt").read_text(encoding="utf-8")
        assert all(character.isprintable() or character == "\n" for character in told), case.name
