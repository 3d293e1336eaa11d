"""What was written before is written again if anything about it has changed, and only then."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

import grader
from grader import freshness
from grader.store import Mark, Store

MARKS = [Mark("ann", "activations/relu", "k", "v", "d")]
TOKEN = freshness.token(MARKS, ("skipped",), ["folder"])


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "results.sqlite") as opened:
        yield opened


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    found = [tmp_path / "grades.csv", tmp_path / "feedback" / "ann.md"]
    found[1].parent.mkdir()
    for path in found:
        path.write_text("text", encoding="utf-8")
    return found


def test_nothing_is_current_before_anything_was_written(store: Store) -> None:
    assert not freshness.is_current(store, TOKEN)


def test_what_was_written_is_current(store: Store, files: list[Path]) -> None:
    freshness.remember(store, TOKEN, files)
    assert freshness.is_current(store, TOKEN)


@pytest.mark.parametrize(
    "different",
    [
        freshness.token([MARKS[0]._replace(key="l")], ("skipped",), ["folder"]),
        freshness.token([*MARKS, *MARKS], ("skipped",), ["folder"]),
        freshness.token(MARKS, ("skipped", "too"), ["folder"]),
        freshness.token(MARKS, ("skipped",), ["other folder"]),
    ],
)
def test_something_else_is_not(different: str, store: Store, files: list[Path]) -> None:
    freshness.remember(store, TOKEN, files)
    assert not freshness.is_current(store, different)


def test_another_version_of_the_kit_may_write_something_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grader, "__version__", "another")
    assert freshness.token(MARKS, ("skipped",), ["folder"]) != TOKEN


def test_a_file_that_is_gone_or_was_touched_is_written_again(store: Store, files: list[Path]) -> None:
    freshness.remember(store, TOKEN, files)
    files[1].write_text("another text", encoding="utf-8")
    assert not freshness.is_current(store, TOKEN)
    freshness.remember(store, TOKEN, files)
    os.utime(files[0], ns=(1, 1))
    assert not freshness.is_current(store, TOKEN)
    freshness.remember(store, TOKEN, files)
    files[1].unlink()
    assert not freshness.is_current(store, TOKEN)


def test_a_folder_stands_for_what_lies_in_it(store: Store, files: list[Path]) -> None:
    folder = files[1].parent
    freshness.remember(store, TOKEN, [files[0], folder])
    assert freshness.is_current(store, TOKEN)
    (folder / "bob.md").write_text("text", encoding="utf-8")
    assert not freshness.is_current(store, TOKEN)
    (folder / "bob.md").unlink()
    assert freshness.is_current(store, TOKEN)
    os.utime(files[1], (1, 1))
    assert not freshness.is_current(store, TOKEN)
