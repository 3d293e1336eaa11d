"""The helper process delivers what it graded, and its death costs nothing."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterator
from typing import Any

import pytest

from grader.ahead import Helper, shares

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the helper forks on Linux alone")
WORK = [("a", 1), ("a", 2), ("b", 1)]


def grade(exercise: str, check: Any) -> dict[str, Any]:
    return {"exercise": exercise, "check": check, "pid": os.getpid(), "text": "ü" * 100_000}


@pytest.fixture
def helper() -> Iterator[Helper]:
    started = Helper(WORK, grade)
    yield started
    started.close()


def test_records_come_from_another_process_in_any_order(helper: Helper) -> None:
    later = helper.record("b", 1)
    earlier = helper.record("a", 1)
    assert later is not None
    assert earlier is not None
    assert later["pid"] == earlier["pid"] != os.getpid()
    assert later["text"] == "ü" * 100_000
    assert helper.exercises == {"a", "b"}


def test_what_was_never_asked_for_is_never_delivered(helper: Helper) -> None:
    assert helper.record("c", 1) is None
    assert helper.ready("c", 1)


def test_a_helper_that_dies_delivers_nothing_more() -> None:
    def dies(exercise: str, check: Any) -> dict[str, Any]:
        if check == 2:
            os.kill(os.getpid(), signal.SIGKILL)
        return grade(exercise, check)

    dying = Helper(WORK, dies)
    assert dying.record("a", 1) is not None
    assert dying.record("a", 2) is None
    assert dying.record("b", 1) is None
    dying.close()


def test_a_helper_that_is_slow_is_not_ready() -> None:
    def slow(exercise: str, check: Any) -> dict[str, Any]:
        time.sleep(0.5)
        return grade(exercise, check)

    sleeping = Helper(WORK[:1], slow)
    assert not sleeping.ready("a", 1)
    assert sleeping.record("a", 1) is not None
    assert sleeping.ready("a", 1)
    sleeping.close()


def test_shares_are_whole_in_order_and_balanced() -> None:
    work = {name: range(10) for name in "abcdef"}
    assert shares(work, 1) == [list("abcdef")]
    dealt = shares(work, 2)
    assert sorted(name for names in dealt for name in names) == list("abcdef")
    assert [sorted(names) == names for names in dealt] == [True, True]
    assert 1 <= len(dealt[0]) <= len(dealt[1])
    assert shares({"a": range(3)}, 4) == [["a"]]
    assert shares({}, 4) == [[]]
