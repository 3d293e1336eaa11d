"""Results of a class in one SQLite file: what was graded once is kept, whatever happens to the run.

A result belongs to a file, an exercise in a certain version, and a seed; which student handed that file in stands apart.
So the same file of two students is graded once, and a file that comes again is not graded at all.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self

SCHEMA = """
CREATE TABLE IF NOT EXISTS results (key TEXT PRIMARY KEY, record TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS marks (
    student TEXT, exercise TEXT, key TEXT NOT NULL, version TEXT NOT NULL, digest TEXT NOT NULL, PRIMARY KEY (student, exercise)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS notes (name TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID;
"""
FORMAT = 1  # of the file


class StoreError(Exception):
    """A file that is no store of ours; the text is one sentence."""


class Mark(NamedTuple):
    """What a student handed in for an exercise, by the digest of it, and the result that it has, by its key."""

    student: str
    exercise: str
    key: str
    version: str = ""  # of the exercise
    digest: str = ""


class Store:
    """An open file.  Everything that is added is on the disk before the next thing is begun."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None)
        try:
            (found,) = self._connection.execute("PRAGMA user_version").fetchone()
            if found not in (0, FORMAT):
                raise StoreError(f"{path} was written by another version of gradlings (format {found}); choose another --out")
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA synchronous = FULL")
            self._connection.execute(
                "PRAGMA cache_size = -500"
            )  # KiB: keys are digests, so that what was read is seldom read again
            self._connection.executescript(SCHEMA)
            self._connection.execute(f"PRAGMA user_version = {FORMAT}")
        except sqlite3.DatabaseError as error:
            self._connection.close()
            raise StoreError(f"{path} is no store of results ({error}); choose another --out") from None
        except StoreError:
            self._connection.close()
            raise

    def missing(self, keys: Iterable[str]) -> list[str]:
        """Those of the keys that have no result yet, in their order, each once."""
        wanted = list(dict.fromkeys(keys))
        known = {key for (key,) in self._connection.execute("SELECT key FROM results")}
        return [key for key in wanted if key not in known]

    def add(self, results: Iterable[tuple[str, dict[str, Any]]]) -> None:
        """Keep results.  One that is there already stays as it is: a file is never judged twice."""
        rows = [(key, json.dumps(record, sort_keys=True)) for key, record in results]
        with self._transaction():
            self._connection.executemany("INSERT OR IGNORE INTO results VALUES (?, ?)", rows)

    def hand_out(self, marks: Iterable[Mark]) -> None:
        """From now on these are the marks of the class."""
        with self._transaction():
            self._connection.execute("DELETE FROM marks")
            self._connection.executemany("INSERT INTO marks VALUES (?, ?, ?, ?, ?)", marks)

    def handed_out(self) -> int:
        """How many marks there are."""
        (number,) = self._connection.execute("SELECT count(*) FROM marks").fetchone()
        return int(number)

    def marks(self) -> Iterator[Mark]:
        for row in self._connection.execute("SELECT * FROM marks ORDER BY student, exercise"):
            yield Mark(*row)

    def result(self, key: str) -> dict[str, Any] | None:
        row = self._connection.execute("SELECT record FROM results WHERE key = ?", (key,)).fetchone()
        return json.loads(row[0]) if row else None

    def records(self) -> Iterator[dict[str, Any]]:
        """The result of every mark, with its student, one at a time."""
        query = "SELECT student, record FROM marks JOIN results USING (key) ORDER BY student, exercise"
        for student, record in self._connection.execute(query):
            yield {**json.loads(record), "student": student}

    def note(self, name: str) -> str:
        """What was noted under a name, or nothing."""
        row = self._connection.execute("SELECT text FROM notes WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else ""

    def take_note(self, name: str, text: str) -> None:
        self._connection.execute("INSERT OR REPLACE INTO notes VALUES (?, ?)", (name, text))

    def _transaction(self) -> sqlite3.Connection:
        self._connection.execute("BEGIN IMMEDIATE")
        return self._connection

    def close(self) -> None:
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()
