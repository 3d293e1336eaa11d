"""Begins and ends a watch: what is watched, on which terminal, and leaves that as it was found."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

from grader.learn.faces import Face, face_for
from grader.learn.listing import bar, score
from grader.learn.standing import course, current, following
from grader.learn.terminal import Keyboard
from grader.selection import known


def watch(root: Path, what: str) -> int:
    """Watch everything, a topic, or everything with an eye on one exercise."""
    here = course(root)
    names = [one.id for one in here.standings]
    topic = [name for name in names if name.split("/")[0] == what]
    if topic:
        found = following([one for one in here.standings if one.id in topic], here.last if here.last in topic else "")
        start = here.last if here.last in topic and not here.of(here.last).done else found.id if found else topic[0]
    else:
        at = current(here)
        start = known(root, what) if what else at.id if at else names[0]
        here.of(start)
    from grader.learn.watching import Watch  # noqa: PLC0415  # loads what grades

    keyboard, face = Keyboard(sys.stdin), face_for(sys.stdin, sys.stdout)
    with _ends(keyboard, face), face:
        keyboard.begin()
        Watch(root, here.standings, topic or names, start).run(face, keyboard)
    standings = course(root).standings
    done = sum(one.done for one in standings)
    print(f"{bar(done, len(standings))} {score(standings)}")
    return 0


@contextmanager
def _ends(keyboard: Keyboard, face: Face) -> Iterator[None]:
    """Leave the terminal as it was, whoever ends us; and take it up again where we were stopped in between."""

    def end(number: int, frame: FrameType | None) -> None:
        raise SystemExit(128 + number)

    def pause(number: int, frame: FrameType | None) -> None:
        face.__exit__(None, None, None)
        keyboard.end()
        signal.raise_signal(signal.SIGSTOP)

    def go_on(number: int, frame: FrameType | None) -> None:
        keyboard.begin()
        face.begin_again()

    handlers: dict[str, Any] = {"SIGTERM": end, "SIGHUP": end, "SIGTSTP": pause, "SIGCONT": go_on}
    before = {name: signal.signal(getattr(signal, name), handlers[name]) for name in handlers if hasattr(signal, name)}
    try:
        yield
    finally:
        keyboard.end()
        for name, handler in before.items():
            signal.signal(getattr(signal, name), handler)
