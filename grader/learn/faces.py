"""How a watch shows itself: on the whole terminal, or in plain lines."""

from __future__ import annotations

import os
from types import TracebackType
from typing import Self, TextIO

from grader.learn import screen
from grader.learn.screen import View
from grader.learn.terminal import Screen, can_draw, marks_for, size_of

PLAIN_WIDTH = 100  # of a pipe or a file


class Drawn(Screen):
    """On a terminal."""

    _shown: os.terminal_size | None = None

    def show(self, view: View) -> None:
        self._shown = self.size
        self.draw(screen.rows(view, self._shown.columns, self._shown.lines, self.marks))

    def is_stale(self) -> bool:
        return self._shown != self.size

    def begin_again(self) -> None:
        """The process was stopped, and somebody else has written to the terminal."""
        self.__enter__()
        self._shown = None


class Plain:
    """In lines, each written once, for a pipe, a file, or a terminal that knows no more."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._marks = marks_for(stream)
        self._before: View | None = None

    def show(self, view: View) -> None:
        width = size_of(self._stream).columns if self._stream.isatty() else PLAIN_WIDTH
        for line in screen.lines(view, self._before, self._marks, width):
            self._stream.write(f"{line}\n")
        self._stream.flush()
        self._before = view

    def is_stale(self) -> bool:
        return False

    def begin_again(self) -> None:
        """What was written stays written."""

    def __enter__(self) -> Self:
        self._stream.write(f"What you save is graded. Keys: {screen.KEYS}\n")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Nothing to put back."""


Face = Drawn | Plain


def face_for(stdin: TextIO, stdout: TextIO) -> Face:
    return Drawn(stdout) if can_draw(stdin, stdout) else Plain(stdout)
