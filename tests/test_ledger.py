"""The published figures: kept in one file, derived pages and README, taken again where something changed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest
from conftest import ROOT, load
from planted import ID, plant

from grader import auditing, catalog, figures, ledger, warm
from grader.cli import main
from grader.figures import Figures, Record

README = "# Course\n\n<!-- audit -->\n<!-- /audit -->\n\nThe end.\n"
COUNTS = Figures(
    right=5, accepted=5, mistakes=20, rejected=20, named=19, mutants=101, killed=99, waived=1, behaviours=10, refused=10, tests=4
)


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    warm.loaded.cache_clear()
    plant(tmp_path)
    (tmp_path / "README.md").write_text(README)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))
    for name in [name for name in sys.modules if name.startswith(("solutions", "grader_hidden"))]:
        del sys.modules[name]
    warm.loaded.cache_clear()


def test_published_figures_are_current() -> None:
    """`gradlings audit --write` brings them up to date."""
    records = figures.read(ROOT)
    assert figures.outdated(ROOT, catalog.exercise_ids(ROOT), records) == ()
    assert ledger.unpublished(ROOT, records) == ()


def test_published_figures_keep_the_promise() -> None:
    records = figures.read(ROOT)
    total = figures.total([record.figures for record in records.values()])
    assert total.accepted == total.right
    assert total.rejected == total.mistakes
    assert total.named >= 0.95 * total.mistakes
    assert total.kill_rate >= 0.99
    assert total.refused == total.behaviours
    assert total.weaknesses == 0
    assert [name for name, record in records.items() if record.figures.behaviours < (3 if load(name).plays else 7)] == []


def test_write_publishes_and_check_agrees(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", "--check"]) == 1
    assert f"{ID}: changed since it was audited" in capsys.readouterr().out
    assert main(["audit", "--write", "--jobs", "1"]) == 0
    assert capsys.readouterr().out.endswith("1 exercise: nothing is weak.\n")
    assert main(["audit", "--check"]) == 0
    page = (course / "solutions/AUDIT.md").read_text()
    assert "| [scaled_mean](planted/scaled_mean.py) | 3/3 | 4/4 | 4/4 |" in page
    assert "| **all** | 3/3 |" in page
    front = (course / "README.md").read_text()
    assert "| known mistakes, in NumPy and PyTorch | 4 | 4 rejected, 4 of them named |" in front
    assert front.endswith("<!-- /audit -->\n\nThe end.\n")


def test_what_is_current_is_not_taken_again(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["audit", "--write", "--jobs", "1"])
    before = (course / figures.FILE).read_bytes()
    capsys.readouterr()
    assert main(["audit", "--write", "--jobs", "1"]) == 0
    assert capsys.readouterr().out == "Every figure was up to date.\n"
    assert (course / figures.FILE).read_bytes() == before


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("solutions/planted/scaled_mean.py", "x.sum(axis=1)", "np.sum(x, axis=1)"),
        ("grader/hidden/planted/scaled_mean.py", "(0.0, -1.5)", "(0.0, -1.5, -7.0)"),
    ],
)
def test_a_change_makes_figures_out_of_date(path: str, old: str, new: str, course: Path) -> None:
    main(["audit", "--write", "--jobs", "1"])
    edit(course / path, old, new)
    assert figures.outdated(course, [ID], figures.read(course)) == (ID,)
    assert main(["audit", "--check"]) == 1


def test_a_page_changed_by_hand_is_out_of_date(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["audit", "--write", "--jobs", "1"])
    edit(course / "solutions/AUDIT.md", "3/3", "9/9")
    capsys.readouterr()
    assert main(["audit", "--check"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "solutions/AUDIT.md: does not say what solutions/audit.json says",
        "Run `gradlings audit --write` and commit what it writes.",
    ]


def test_weakness_is_exit_code_1_and_is_published_too(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plant(course, "mutant survives")
    assert main(["audit", "scaled_mean", "--jobs", "1"]) == 1
    told = capsys.readouterr().out
    assert "mutant survives: solutions/planted/scaled_mean.py:29" in told
    assert told.endswith("1 exercise: 2 weaknesses.\n")
    assert main(["audit", "--write", "--jobs", "1"]) == 1
    assert figures.read(course)[ID].figures.weaknesses == 2


def test_json_says_everything(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", "planted", "--json", "--jobs", "1", "--sample", "5"]) == 0
    (entry,) = json.loads(capsys.readouterr().out)["audits"]
    assert entry["exercise"] == ID
    assert entry["figures"]["mutants"] == 6  # five drawn, and the one that is waived
    assert {mark["kind"] for mark in entry["marks"]} == {"right", "mistake", "mutant", "behaviour"}
    assert entry["tests"]["scale"]["catches"] > 3


@pytest.mark.parametrize("option", [["--sample", "3"], ["--seed", "1"], ["--json"]])
def test_only_a_full_audit_is_published(option: list[str], course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", "--write", *option]) == 2
    assert capsys.readouterr().err == (
        "gradlings: --write publishes a full audit with seed 0; leave out --sample, --seed and --json\n"
    )
    assert not (course / figures.FILE).exists()


def test_without_pytorch_nothing_is_published(
    course: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(auditing, "torch_is_installed", lambda: False)
    assert main(["audit", "--write", "--jobs", "1"]) == 2
    assert capsys.readouterr().err.splitlines() == [
        "gradlings: PyTorch is not installed, so the twins in PyTorch are left out",
        "gradlings: figures without them are not published; install torch first",
    ]
    assert main(["audit", "--jobs", "1"]) == 0
    assert not (course / figures.FILE).exists()


def test_an_exercise_without_tests_is_said_to_have_none(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (course / "grader/hidden/planted/scaled_mean.py").write_text("")
    assert main(["audit", "--jobs", "1"]) == 1
    assert capsys.readouterr().err == (
        "gradlings: grader/hidden/planted/scaled_mean.py defines no sample or no test: there is nothing to audit in "
        "planted/scaled_mean\n"
    )


@pytest.mark.parametrize("number", ["0", "-1", "many"])
def test_numbers_make_sense(number: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["audit", "--jobs", number])
    assert stopped.value.code == 2
    assert f"a whole number above 0 is wanted, not '{number}'" in capsys.readouterr().err


def test_a_broken_file_of_figures_is_said_to_be_one(course: Path) -> None:
    (course / figures.FILE).write_text("{")
    with pytest.raises(catalog.CatalogError, match=r"cannot be read .*; delete it and run `gradlings audit --write`"):
        figures.read(course)


def test_figures_of_a_removed_exercise_are_dropped(course: Path) -> None:
    record = Record("0", COUNTS)
    figures.keep(course, {ID: record, "planted/gone": record})
    assert figures.read(course) == {ID: record}


def test_totals_add_up() -> None:
    total = figures.total([COUNTS, COUNTS])
    assert (total.right, total.named, total.mutants) == (10, 38, 202)
    assert COUNTS.kill_rate == 0.99
    assert figures.total([]) == Figures()


def children(pid: int) -> list[str]:
    listed = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False)
    return listed.stdout.split()


def _lives(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks at processes as Linux lists them")
def test_ctrl_c_ends_it_with_all_its_processes(course: Path) -> None:
    """Also while its workers are starting: nobody is left running, and nothing is half-written."""
    slow = course / "grader/hidden/planted/scaled_mean.py"
    slow.write_text(slow.read_text().replace('"""The scale is a factor."""', '"""Slow."""\n    __import__("time").sleep(0.3)'))
    command = [sys.executable, "-P", "-m", "grader", "audit", "--write", "--jobs", "2"]
    running = subprocess.Popen(command, cwd=course, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
    try:
        until = time.monotonic() + 30
        while len(children(running.pid)) < 2 and time.monotonic() < until:
            time.sleep(0.02)
        os.killpg(running.pid, signal.SIGINT)
        _, error = running.communicate(timeout=30)
        assert (running.returncode, error) == (130, b"gradlings: interrupted\n")
        while _lives(running.pid) and time.monotonic() < until:  # its resource tracker takes a moment
            time.sleep(0.05)
        assert not _lives(running.pid)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(running.pid, signal.SIGKILL)
    assert not list(course.glob("solutions/.audit*"))
    assert figures.read(course) == {}


def test_what_changed_while_it_was_audited_is_not_kept(
    course: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = course / "grader/hidden/planted/scaled_mean.py"
    told = ledger.told
    monkeypatch.setattr(
        ledger, "told", lambda *args, **how: path.write_text(path.read_text() + "\n# more\n") and told(*args, **how)
    )
    main(["audit", "--write", "--jobs", "1"])
    assert f"gradlings: {ID} was changed while it was audited: run this again" in capsys.readouterr().err
    assert figures.read(course) == {}


def test_figures_of_a_kit_that_failed_are_not_kept(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plant(course, "broken")
    assert main(["audit", "--write", "--jobs", "1"]) == 1
    assert f"gradlings: the kit itself failed on {ID}: its figures are not kept" in capsys.readouterr().err
    assert figures.read(course) == {}


def test_what_is_weak_is_said_again(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plant(course, "mutant survives")
    main(["audit", "--write", "--jobs", "1"])
    capsys.readouterr()
    for command in (["audit", "--write"], ["audit", "--check"]):
        assert main(command) == 1
        assert f"{ID}: its last audit found something; see it with: gradlings audit {ID}" in capsys.readouterr().out


def test_a_change_of_a_twin_or_of_its_mistakes_makes_figures_out_of_date(tmp_path: Path) -> None:
    plant(tmp_path, twin=True)
    seen = {figures.fingerprint_of(tmp_path, ID)}
    for name in ("solutions/planted/torch/scaled_mean.py", "grader/hidden/planted/torch/scaled_mean.py"):
        edit(tmp_path / name, "(x, scale=2.0)", "(x, scale=2.00)")
        seen.add(figures.fingerprint_of(tmp_path, ID))
    assert len(seen) == 3


@pytest.mark.parametrize("module", ["expressions", "statements"])
def test_another_set_of_slips_makes_figures_out_of_date(module: str, course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = figures.fingerprint_of(course, ID)
    monkeypatch.setattr(f"grader.{module}.OPERATORS", ())
    assert figures.fingerprint_of(course, ID) != before


def test_another_set_of_behaviours_makes_figures_out_of_date(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = figures.fingerprint_of(course, ID)
    monkeypatch.setattr("grader.behaviours.CONSTANTS", {"always returns 7": "7"})
    assert figures.fingerprint_of(course, ID) != before
