"""One line that says how far work has come."""

from __future__ import annotations

import io

import pytest

from grader.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.mark.parametrize(
    ("done", "seconds", "line"),
    [
        (0, 0.0, "[------------------------] 0 of 500, 0 a second"),
        (250, 5.0, "[############------------] 250 of 500, 50 a second, 5 s left"),
        (1, 30.0, "[------------------------] 1 of 500, 0.0333 a second, 4 h 10 min left"),
        (100, 60.0, "[####--------------------] 100 of 500, 1.67 a second, 4 min left"),
        (500, 5.0, "[########################] 500 of 500, 100 a second"),
    ],
)
def test_a_line(done: int, seconds: float, line: str) -> None:
    clock, terminal = Clock(), Terminal()
    progress = Progress(500, terminal, clock)
    clock.now += seconds
    progress.add(done)
    assert progress.line() == line
    assert terminal.getvalue().endswith(line)


def test_it_says_nothing_to_a_file() -> None:
    stream = io.StringIO()
    progress = Progress(10, stream)
    progress.add(10)
    progress.close()
    assert stream.getvalue() == ""


def test_it_does_not_draw_too_often() -> None:
    clock, terminal = Clock(), Terminal()
    progress = Progress(1000, terminal, clock)
    for _ in range(999):
        clock.now += 0.001
        progress.add(1)
    assert terminal.getvalue().count("\r") <= 11
