"""What was graded once is kept, in a file that survives its run."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from grader.store import Mark, Store, StoreError


def test_a_result_is_kept_once_and_found_again(tmp_path: Path) -> None:
    with Store(tmp_path / "results.sqlite") as store:
        store.add([("a", {"points": 1}), ("b", {"points": 2})])
        store.add([("a", {"points": 3})])
    with Store(tmp_path / "results.sqlite") as store:
        assert store.result("a") == {"points": 1}
        assert store.result("c") is None
        assert store.missing(["c", "a", "d", "c"]) == ["c", "d"]


def test_marks_are_those_of_the_last_class(tmp_path: Path) -> None:
    with Store(tmp_path / "results.sqlite") as store:
        store.add([("k", {"exercise": "t/e", "points": 1})])
        store.hand_out([Mark("bob", "t/e", "k"), Mark("ada", "t/e", "k"), Mark("cid", "t/e", "not graded yet")])
        assert [record["student"] for record in store.records()] == ["ada", "bob"]
        store.hand_out([Mark("ada", "t/e", "k")])
        assert list(store.marks()) == [Mark("ada", "t/e", "k")]


@pytest.mark.parametrize("content", [b"", b"no database at all, but text of some length\n" * 50])
def test_a_file_that_is_none_is_said_in_one_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "results.sqlite"
    path.write_bytes(content)
    if not content:  # an empty file is an empty database
        Store(path).close()
        return
    with pytest.raises(StoreError) as refusal:
        Store(path)
    assert str(refusal.value) == f"{path} is no store of results (file is not a database); choose another --out"
    assert path.read_bytes() == content


def test_a_store_of_another_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "results.sqlite"
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(StoreError, match=r"written by another version of gradlings \(format 99\); choose another --out"):
        Store(path)


def test_what_was_added_survives_a_kill(tmp_path: Path) -> None:
    path = tmp_path / "results.sqlite"
    code = f"""
import os, signal
from pathlib import Path
from grader.store import Store
store = Store(Path({str(path)!r}))
store.add([("a", {{"points": 1}})])
store._connection.execute("BEGIN IMMEDIATE")
store._connection.execute("INSERT INTO results VALUES ('b', '{{}}')")
os.kill(os.getpid(), signal.SIGKILL)
"""
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == -9
    with Store(path) as store:
        assert store.missing(["a", "b"]) == ["b"]
