"""A terminal that is drawn whole and asked for keys; or, where there is none, plain lines."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from types import TracebackType
from typing import Any, Self, TextIO

STYLES = {"": "", "bold": "1", "dim": "2", "title": "1;7", "green": "32", "red": "31", "yellow": "33"}
Span = tuple[str, str]  # a text, and a name of STYLES
Row = Sequence[Span]
# The other screen, no cursor, and lines that are cut and not wrapped; and everything as it was.
BEGIN, END = "\033[?1049h\033[?25l\033[?7l", "\033[?7h\033[?25h\033[?1049l"
ESCAPE = "\x1b"


class Keyboard:
    """Keys as they are pressed, one character each, without an Enter behind them where it is a terminal."""

    def __init__(self, stream: TextIO) -> None:
        self._fd = _descriptor(stream) if os.name == "posix" else None  # elsewhere nobody can wait for keys
        self._is_terminal = self._fd is not None and os.isatty(self._fd)
        self._before: list[Any] | None = None

    @property
    def fd(self) -> int | None:
        """What to wait for; None where no key can come any more."""
        return self._fd

    def begin(self) -> None:
        """Ask for single keys; to be done again when the process has been stopped and goes on."""
        if self._is_terminal and self._fd is not None:
            with suppress(ImportError):  # no POSIX: keys come with an Enter
                import termios  # noqa: PLC0415
                import tty  # noqa: PLC0415

                self._before = self._before or termios.tcgetattr(self._fd)
                tty.setcbreak(self._fd)

    def end(self) -> None:
        if self._before is not None and self._fd is not None:
            import termios  # noqa: PLC0415  # POSIX only

            with suppress(termios.error):  # the terminal has gone
                termios.tcsetattr(self._fd, termios.TCSADRAIN, self._before)

    def read(self) -> str:
        """What has been typed, in lower case; to be called when there is something.  Arrows and the like count for nothing."""
        try:
            typed = os.read(self._fd, 64) if self._fd is not None else b""
        except OSError:  # the terminal has gone
            typed = b""
        if not typed:
            keys, self._fd = "q" if self._is_terminal else "", None
            return keys
        text = typed.decode("utf-8", "ignore").lower()
        return "" if text.startswith(ESCAPE) else "".join(key for key in text if key.isprintable())


class Screen:
    """The whole terminal."""

    plain = False

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._colour = not os.environ.get("NO_COLOR")
        self.marks = marks_for(stream)

    @property
    def size(self) -> os.terminal_size:
        return size_of(self._stream)

    def draw(self, rows: Sequence[Row]) -> None:
        """Put these rows in the place of what was there."""
        lines = ["".join(self._span(*span) for span in row) + "\033[K" for row in rows]
        self._write("\033[H" + "\r\n".join(lines) + "\033[J")

    def _span(self, text: str, style: str) -> str:
        code = STYLES[style] if self._colour or style == "title" else ""
        return f"\033[{code}m{text}\033[0m" if code else text

    def __enter__(self) -> Self:
        self._write(BEGIN)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        with suppress(OSError):
            self._write(END)

    def _write(self, text: str) -> None:
        self._stream.write(text)
        self._stream.flush()


def size_of(stream: TextIO) -> os.terminal_size:
    try:
        found = os.get_terminal_size(stream.fileno())
    except OSError:
        found = os.terminal_size((80, 24))
    return found if min(found) > 0 else os.terminal_size((80, 24))


def can_draw(stdin: TextIO, stdout: TextIO) -> bool:
    """Whether there is a terminal that understands more than lines."""
    return stdin.isatty() and stdout.isatty() and os.environ.get("TERM", "dumb") != "dumb" and sys.platform != "win32"


def marks_for(stream: TextIO) -> str:
    """What is put before a check: passed, failed, not written yet."""
    try:
        "✓✗·".encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return "+x."
    return "✓✗·"


def _descriptor(stream: TextIO) -> int | None:
    try:
        return stream.fileno()
    except (OSError, ValueError):
        return None
