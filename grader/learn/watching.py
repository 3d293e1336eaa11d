"""`gradlings watch`: whatever is saved is graded, and the screen shows what came of it.

save --> Saves --> Live.grade --> View --> Face
key  --> Keyboard --> an action --> View --> Face

All of it happens in one thread.  While something is under way, an alarm looks whether somebody has saved again or wants
something else, and ends it.
"""

from __future__ import annotations

import select
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from grader import catalog
from grader.launch import WorkerError
from grader.learn import actions, logbook
from grader.learn.alarms import Interrupted, alarm
from grader.learn.faces import Face
from grader.learn.live import Graded, Live
from grader.learn.saves import Saves
from grader.learn.screen import View
from grader.learn.standing import Standing, State, following, state_of
from grader.learn.terminal import Keyboard
from grader.phrases import count

URGENT = "qnr"  # keys that do not wait until what is under way has ended
AGAIN = 1.0  # seconds after which an interruption that went unnoticed is tried again
STOPPED = ("Stopped", "Save the file to have it graded again.")


class Watch:
    """An evening: the exercises that are watched, the one that is looked at, and all that it takes."""

    def __init__(self, root: Path, everything: Sequence[Standing], watched: Sequence[str], start: str) -> None:
        self._root = root
        self._standings = {one.id: one for one in everything}
        self._watched = list(watched)
        self._exercise = start
        self._view = View(self._standings[start], tuple(everything))
        self._typed: list[str] = []  # keys that wait
        self._saved: list[str] = []  # exercises that wait
        self._asking = False  # whether the next key is the answer to a question
        self._raised = self._began = 0.0
        self._ended = False

    def run(self, face: Face, keyboard: Keyboard) -> None:
        """Until somebody ends it."""
        self._face, self._keyboard = face, keyboard
        self._saves = Saves({name: catalog.learner_file(self._root, name) for name in self._watched})
        self._live = Live(self._root)
        try:
            self._show(running="starting")
            self._grade()
            while not self._ended:
                self._next_event()
        except KeyboardInterrupt:
            pass
        finally:
            self._saves.close()
            self._live.close()

    def _next_event(self) -> None:
        if not self._saved and not self._typed:
            self._look(self._saves.every)
        if self._saved:
            saved, self._saved = self._saved, []
            self._exercise = self._exercise if self._exercise in saved else saved[-1]
            self._asking = False
            self._grade()
        elif self._typed:
            self._press(self._typed.pop(0))
        elif self._face.is_stale():
            self._show()

    def _look(self, seconds: float = 0.0) -> None:
        """Wait for keys and saves, and note them."""
        fds = [fd for fd in (self._keyboard.fd, self._saves.bell) if fd is not None]
        if fds:
            ready = select.select(fds, [], [], seconds)[0]
        else:  # which Windows does not wait for
            ready = []
            time.sleep(seconds)
        if self._keyboard.fd is not None and self._keyboard.fd in ready:
            self._typed += self._keyboard.read()
        self._saved += self._saves.changed()

    def _tick(self) -> None:
        """While something is under way: show that, and end it if something else is wanted."""
        seconds = time.monotonic() - self._began
        self._show(running=f"{self._what} ({seconds:.0f} s); Ctrl-C or a new save stops it")
        self._look()
        self._end_if(bool(self._saved) or any(key in URGENT for key in self._typed))

    def _tick_unseen(self) -> None:
        """The same for what nobody has asked for: anything ends it."""
        self._look()
        self._end_if(bool(self._saved or self._typed))

    def _end_if(self, wanted: bool) -> None:
        now = time.monotonic()
        if wanted and now - self._raised > AGAIN:
            self._raised = now
            raise Interrupted

    def _under_way(self, what: str, action: Callable[[], Any]) -> Any:
        """What it gives; raises Interrupted, also for Ctrl-C."""
        self._what, self._began, self._raised = what, time.monotonic(), 0.0
        try:
            with alarm(self._tick):
                return action()
        except KeyboardInterrupt:
            raise Interrupted from None

    def _grade(self) -> None:
        """Grade the exercise that is looked at, and show what came of it."""
        name = self._exercise
        self._seen: Graded | None = None  # the verdict that comes back after something else was shown
        source = catalog.read_learner_file(catalog.learner_file(self._root, name))
        if not source:
            limit = f"{catalog.MAX_SOURCE // 1024} kB"
            gone = f"exercises/{name}.py is missing, empty or over {limit}. Save it again, or press r for a fresh start."
            return self._show(graded=None, message=("Nothing to grade", gone))
        try:
            graded = self._under_way("running", lambda: self._live.grade(name, source))
        except Interrupted:
            return self._show(graded=None, message=STOPPED)
        except (catalog.CatalogError, WorkerError) as error:
            return self._show(graded=None, message=("This cannot be graded, which is no fault of yours", str(error)))
        self._seen = graded
        self._note(graded, source)
        self._show(graded=graded, message=self._praise(graded))
        self._remember(graded)
        self._rehearse(source)

    def _note(self, graded: Graded, source: bytes) -> None:
        """What came of it, for the screen."""
        one = self._standings[graded.exercise]
        known = one.known._replace(passed=graded.digest) if graded.passed else one.known
        self._standings[one.id] = one._replace(known=known, state=state_of(source, one.stub, known))

    def _remember(self, graded: Graded) -> None:
        if graded.written:
            try:
                logbook.graded(self._root, graded.exercise, graded.digest if graded.passed else "")
            except OSError as error:
                self._show(message=("What was passed cannot be remembered", str(error)))

    def _rehearse(self, source: bytes) -> None:
        """Use the time in which nothing happens."""
        self._raised = 0.0
        try:
            with alarm(self._tick_unseen):
                self._live.rehearse(self._exercise, source)
        except (Interrupted, catalog.CatalogError, WorkerError):
            return  # the next save takes a little longer

    def _praise(self, graded: Graded) -> tuple[str, ...]:
        after = following(self._here(), graded.exercise)
        if not graded.passed:
            return ()
        return (f"n goes on to {after.id}: {after.title}.",) if after else ("All that is watched here is passed.",)

    def _here(self) -> list[Standing]:
        return [self._standings[name] for name in self._watched]

    def _press(self, key: str) -> None:
        self._view = self._view._replace(graded=self._seen)
        if self._asking:
            self._asking = False
            self._reset(key)
        elif key == "q":
            self._ended = True
        elif key == "h":
            self._hint()
        elif key == "n":
            self._go_on()
        elif key == "a":
            self._run_all()
        elif key == "s":
            self._picture()
        elif key == "r":
            self._asking = True
            name = self._exercise.split("/")[1]
            self._show(message=(f"Start {name} again? Your version is kept beside it. y: yes, any other key: no",))
        else:
            self._show(message=())

    def _hint(self) -> None:
        one = self._standings[self._exercise]
        try:
            known, message = actions.hint(self._root, one)
        except OSError as error:
            known, message = one.known, ("What you have seen cannot be remembered", str(error))
        self._standings[one.id] = one._replace(known=known)
        self._show(message=message)

    def _go_on(self) -> None:
        after = following(self._here(), self._exercise)
        if after is None:
            self._show(message=("There is no other that is not passed.",))
        else:
            self._exercise = after.id
            self._grade()

    def _run_all(self) -> None:
        """Grade everything that somebody has begun."""
        names = [one.id for one in self._here() if one.state is not State.NEW]
        lines: list[str] = []
        try:
            for number, name in enumerate(names, 1):
                source = catalog.read_learner_file(catalog.learner_file(self._root, name))
                what = f"running {number} of {len(names)}, {name}"
                graded = self._under_way(what, lambda name=name, source=source: self._live.grade(name, source))  # type: ignore[misc]
                self._note(graded, source)
                self._remember(graded)
                lines.append(f"{'[x]' if graded.passed else '[ ]'} {graded.summary}")
        except Interrupted:
            lines.append("Stopped; the rest was not graded.")
        except (catalog.CatalogError, WorkerError) as error:
            lines.append(str(error))
        title = f"All that you have begun: {count(len(names), 'exercise')}" if names else "Nothing is begun yet."
        self._show(graded=None, message=(title, *lines))

    def _picture(self) -> None:
        try:
            message = self._under_way("drawing", lambda: actions.picture(self._root, self._exercise))
        except Interrupted:
            message = ("Stopped", "There is no picture.")
        self._show(message=message)

    def _reset(self, key: str) -> None:
        if key == "y":
            message = actions.reset(self._root, self._exercise)
            self._saves.changed()
            self._grade()
            self._show(message=message)
        else:
            self._show(message=("Nothing was changed.",))

    def _show(self, running: str = "", **changes: Any) -> None:
        """Show what has changed; a message lasts until something else happens."""
        standing = self._standings[self._exercise]
        everything = tuple(self._standings.values())
        self._view = self._view._replace(standing=standing, standings=everything, running=running, **changes)
        self._face.show(self._view)
