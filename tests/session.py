"""A person at a terminal: a real pseudo-terminal, and what its screen shows after everything that was typed."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pyte
from course import ROOT

RUNNING = "a new save stops it"
PATIENCE = 60.0  # seconds, on a machine that does ten other things


class Session:
    """One program on a terminal of its own."""

    def __init__(self, command: Sequence[str], folder: Path, columns: int = 100, lines: int = 30, **environment: str) -> None:
        self._emulator = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self._emulator)
        self._master, far = pty.openpty()
        self.raw = b""
        self.resize(columns, lines, tell=False)
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "COV_"))}
        given = {"TERM": "xterm-256color", "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "LANG": "C.UTF-8"} | environment
        # The terminal must become the program's own, so that Ctrl-C reaches it; nothing here has threads.
        streams: dict[str, Any] = {"stdin": far, "stdout": far, "stderr": far, "preexec_fn": _own_terminal}
        self.process = subprocess.Popen(command, cwd=folder, env=kept | given, **streams)
        os.close(far)

    def resize(self, columns: int, lines: int, tell: bool = True) -> None:
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        if tell:
            self._emulator.resize(lines, columns)

    def type(self, keys: str) -> None:
        os.write(self._master, keys.encode())

    @property
    def screen(self) -> str:
        """What is to be seen now, without what blinks and ticks."""
        return "\n".join(line.rstrip() for line in self._emulator.display).rstrip()

    def read(self, seconds: float, show: bool = True) -> bool:
        """Take in what was written, and show it; False if there was nothing, or will never be anything again."""
        if not select.select([self._master], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._master, 65536)
        except OSError:  # the program has ended
            return False
        self.raw += data
        if show:
            self._stream.feed(data)
        return bool(data)

    def wait_for(self, *texts: str, gone: str = "") -> str:
        """The screen as soon as it shows all of these texts, and no longer the other; fails with what it showed instead.

        On a busy machine it takes seconds to grade: nothing is looked at meanwhile, unless it is waited for.
        """
        until = time.monotonic() + PATIENCE
        unwanted = [text for text in (gone, "" if "running" in texts else RUNNING) if text]
        while time.monotonic() < until:
            shown = self.screen
            if all(text in shown for text in texts) and not any(text in shown for text in unwanted):
                return shown
            if not self.read(0.2) and self.process.poll() is not None and not self.read(0.0):
                break
        raise AssertionError(f"{texts} is not on the screen:\n{self.screen}")

    def echoes(self) -> bool:
        """Whether the terminal shows what is typed, line by line, as it does for a shell."""
        modes = termios.tcgetattr(self._master)[3]
        return bool(modes & termios.ECHO and modes & termios.ICANON)

    def end(self) -> int:
        """What the program ended with, when it has ended."""
        until = time.monotonic() + PATIENCE
        while self.process.poll() is None and time.monotonic() < until:
            self.read(0.05)
        while self.read(0.05):
            """The rest."""
        return self.process.wait(1.0)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        os.close(self._master)


def _own_terminal() -> None:
    os.setsid()
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def gradlings(*arguments: str) -> list[str]:
    return [sys.executable, "-P", "-m", "grader", *arguments]


def without_times(screen: str) -> str:
    return re.sub(r"\(\d+ s\)", "(1 s)", screen)
