"""A learner's updates, with the real git: nothing that somebody has written is lost, merged or in the way."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from repositories import OUTSIDE, commit, git, repository

from grader import cli
from grader.learn import updating

LATER = "2026-11-02T12:00:00+0000"
MINE = b"def mine(x):\n    return x  # an evening's work\n"
PLACES = {name: f"exercises/topic/{name}.py" for name in ("kept", "changed", "removed", "untouched", "added")}


def stub(name: str, statement: str = "A statement.") -> bytes:
    return f'"""{statement}"""\n\n\ndef {name}(x):\n    """{statement}"""\n    raise NotImplementedError\n'.encode()


def files(*names: str, **others: bytes) -> dict[str, bytes | None]:
    known = json.dumps({"exercises": [{"id": f"topic/{name}"} for name in names]}).encode()
    return {"exercises/catalog.json": known, **{PLACES[name]: others.get(name, stub(name)) for name in names}}


@pytest.fixture
def origin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the course comes from, and a clone of it in which somebody has worked; the clone is where we are."""
    who = {f"GIT_{role}_{what}": "ada" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    for name, value in {**OUTSIDE, **who}.items():
        monkeypatch.setenv(name, value)
    old: Mapping[str, bytes | None] = files("kept", "changed", "removed", "untouched")
    made = repository(tmp_path / "origin", {**{path: content or b"" for path, content in old.items()}, "README.md": b"1\n"})
    git(tmp_path, "clone", "--quiet", str(made), "clone")
    monkeypatch.chdir(tmp_path / "clone")
    for name in ("kept", "changed", "removed"):
        Path(PLACES[name]).write_bytes(MINE)
    Path(".gradlings.json").write_text('{"exercises": {"topic/removed": {"passed": "x"}}}')
    return made


def publish(origin: Path, **others: bytes) -> None:
    """A new version: an exercise is gone, one is new, the statements of two are others."""
    after = files("kept", "changed", "untouched", "added", changed=stub("changed", "A better one."), **others)
    commit(origin, {**after, PLACES["removed"]: None, "README.md": b"2\n"}, LATER)


def answers() -> dict[str, bytes]:
    return {path.stem: path.read_bytes() for path in Path("exercises/topic").iterdir()}


def said(capsys: pytest.CaptureFixture[str]) -> tuple[str, str]:
    told = capsys.readouterr()
    return re.sub(r"\b[0-9a-f]{10}\b", "COMMIT", told.out), told.err


@pytest.mark.usefixtures("origin")
def test_where_nothing_can_come_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    git(Path(), "switch", "--quiet", "--create", "mine")
    assert cli.main(["update"]) == 1
    assert said(capsys) == ("", f"gradlings: {updating.NO_UPSTREAM}\n")
    git(Path(), "switch", "--quiet", "main")
    git(Path(), "remote", "set-url", "origin", str(tmp_path / "gone"))
    assert cli.main(["update"]) == 1
    assert said(capsys)[1].startswith("gradlings: git fetch does not succeed, and nothing was changed:\nfatal: ")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "nowhere"))
    assert cli.main(["update"]) == 1
    assert said(capsys)[1] == f"gradlings: {updating.NO_CLONE}\n"
    monkeypatch.setenv("PATH", str(tmp_path))
    assert cli.main(["update"]) == 1
    assert said(capsys)[1] == f"gradlings: {updating.NO_GIT}\n"


def test_what_git_refuses_changes_nothing(origin: Path, capsys: pytest.CaptureFixture[str]) -> None:
    publish(origin)
    Path("README.md").write_text("my notes\n")
    before = answers()
    assert cli.main(["update"]) == 1
    told = said(capsys)[1]
    assert told.startswith("gradlings: git merge does not succeed, and nothing was changed:\nerror: Your local changes ")
    assert "README.md" in told
    assert answers() == before
    assert Path("README.md").read_text() == "my notes\n"


def test_answers_stay_and_everything_else_comes(origin: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["update"]) == 0
    assert said(capsys) == ("This is the newest version.\n", "")
    publish(origin)
    git(Path(), "add", PLACES["changed"])
    Path(PLACES["added"]).write_bytes(MINE)  # somebody has written an exercise of the same name
    book = Path(".gradlings.json").read_bytes()
    assert cli.main(["update"]) == 0
    assert said(capsys) == (
        "Up to date: 4 exercises.\n"
        "New: topic/added\n"
        "No longer there, or under another name: topic/removed\n\n"
        "Your files are as you left them. What they began as is another by now:\n"
        "  exercises/topic/added.py: git diff COMMIT COMMIT -- exercises/topic/added.py\n"
        "  exercises/topic/changed.py: git diff COMMIT COMMIT -- exercises/topic/changed.py\n"
        "  exercises/topic/removed.py: no longer an exercise\n",
        "",
    )
    assert answers() == {"untouched": stub("untouched"), **dict.fromkeys(("kept", "changed", "removed", "added"), MINE)}
    assert (Path("README.md").read_text(), Path(".gradlings.json").read_bytes()) == ("2\n", book)
    assert git(Path(), "show", f"HEAD:{PLACES['changed']}").encode() == stub("changed", "A better one.").strip()
    assert git(Path(), "stash", "list") == ""
    commit(origin, {"constraints.txt": b"numpy\n"}, LATER)
    assert cli.main(["update"]) == 0
    assert said(capsys)[0] == f"Up to date: 4 exercises.\n\nWhat the kit needs may be another by now: {updating.INSTALL}\n"


@pytest.mark.parametrize("changed", [False, True], ids=["elsewhere", "beneath an answer"])
def test_a_plain_pull_loses_nothing(origin: Path, changed: bool) -> None:
    """It brings what is new, or refuses as a whole."""
    if changed:
        publish(origin)
    else:
        commit(origin, files("kept", "changed", "removed", "untouched", "added"), LATER)
    before = answers()
    done = subprocess.run(["git", "pull"], capture_output=True, text=True, check=False)
    assert (done.returncode, "would be overwritten" in done.stderr) == ((1, True) if changed else (0, False))
    assert answers() == (before if changed else {**before, "added": stub("added")})


def test_what_was_committed_is_brought_together(origin: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Not line by line, and nothing is taken for a renamed file: an answer stays where it is, as it is."""
    git(Path(), "commit", "--quiet", "--all", "-m", "my answers")
    Path(PLACES["kept"]).write_bytes(MINE * 2)  # and goes on
    publish(origin)
    head = git(Path(), "rev-parse", "HEAD")
    assert cli.main(["update"]) == 0
    told = said(capsys)[0]
    assert told.startswith("Up to date: 4 exercises.\nNew: topic/added\nNo longer there, or under another name: topic/removed\n")
    assert "  exercises/topic/changed.py: git diff COMMIT COMMIT -- exercises/topic/changed.py\n" in told
    mine = {"kept": MINE * 2, "changed": MINE, "removed": MINE}
    assert answers() == {"untouched": stub("untouched"), "added": stub("added"), **mine}
    assert git(Path(), "status", "--porcelain") == "M exercises/topic/kept.py\n?? .gradlings.json"
    assert git(Path(), "log", "-1", "--format=%s %P").split() == [
        "Update",
        "the",
        "course",
        head,
        git(origin, "rev-parse", "HEAD"),
    ]
    assert cli.main(["update"]) == 0
    assert said(capsys)[0] == "This is the newest version.\n"


def test_what_is_no_answer_is_left_to_git(origin: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("README.md").write_text("my notes\n")
    git(Path(), "commit", "--quiet", "--all", "-m", "my answers")
    publish(origin)
    before = answers()
    assert cli.main(["update"]) == 1
    assert said(capsys) == ("", f"gradlings: {updating.BOTH}\nREADME.md\n")
    assert answers() == before
