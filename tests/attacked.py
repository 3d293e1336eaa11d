"""The world that attack files are let loose on: a real course with secrets in it, listeners, and eyes for what is left.

Everything that must not be read holds a canary of its own; whatever is told is searched for all of them.
"""

from __future__ import annotations

import os
import secrets
import shutil
import socket
import tempfile
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import numpy as np
import remains
from attack_files import Attack
from conftest import ROOT

ID = "attacked/row_softmax"
SOMEBODY = 65533  # whose folder nobody else may look into
ENVIRONMENT = "GRADLINGS_ATTACK_CANARY"
SOLUTION = '''"""Softmax of each row: its numbers become shares of 1."""

import numpy as np

from grader.authoring import About

# {canary}
ABOUT = About(title="Row softmax", difficulty=1, points=10, hints=("a", "b", "c"), deadline={deadline})


def row_softmax(x, temperature=1.0):
    """Softmax along axis 1."""
    if temperature <= 0:
        raise ValueError(f"temperature must be above 0, got {{temperature}}")
    z = x / temperature
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)
'''
HIDDEN = '''"""Hidden tests."""

import numpy as np

from grader.authoring import agree
from solutions.{topic}.row_softmax import row_softmax

KEPT_IN_MEMORY = "{canary}"


def sample(rng, size="small"):
    return (rng.normal(size=(1, 1) if size == "ones" else (3, 4)),)


def test_temperature(yours, rng):
    """The temperature divides."""
    (x,) = sample(rng)
    agree(yours(x, 0.3), row_softmax(x, 0.3))


def test_shift(yours, rng):
    """A number that is added to a row changes nothing."""
    (x,) = sample(rng)
    agree(yours(x + 3.0), row_softmax(x))
'''
DOOR = """import pytest


@pytest.mark.exercise("{topic}/row_softmax")
def test_row_softmax(check):
    check()
"""
PLACES = {
    "reference": f"solutions/{ID}.py",
    "hidden": f"grader/hidden/{ID}.py",
    "submission": "submissions/other.py",
    "results": "results.json",
}


class World:
    """A context: the course and the listeners exist inside it.  `known` is what attack files are told of it."""

    def __enter__(self) -> Self:
        self.root = Path(tempfile.mkdtemp(prefix="attacked-"))
        self.root.chmod(0o755)
        self.mark = f"mark{secrets.token_hex(6)}"
        self.key = 1 + secrets.randbelow(2**24)
        self.canaries = {place: f"canary-{secrets.token_hex(8)}" for place in (*PLACES, "environment", "private file")}
        self._build()
        self._listen()
        remains.adopt_orphans()
        self._strangers = set(remains.strangers())
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.breaches("", "")
        for listener in self._listeners.values():
            listener.close()
        remains.adopt_orphans(False)
        shutil.rmtree(self.root)
        if self._private.parent.is_relative_to(tempfile.gettempdir()):
            shutil.rmtree(self._private.parent)

    def _build(self) -> None:
        shutil.copy(ROOT / "pyproject.toml", self.root)
        self.author("attacked")
        self.write(PLACES["submission"], f"# {self.canaries['submission']}\n".encode())
        self.write(PLACES["results"], f'{{"secret": "{self.canaries["results"]}"}}\n'.encode())
        self._texts = {place: (self.root / path).read_bytes() for place, path in PLACES.items()}
        self._private = Path("/root") / self.mark  # an ordinary user has no other user's folder but this one
        if os.geteuid() == 0:
            folder = Path(tempfile.mkdtemp(prefix="private-"))
            self._private = folder / self.mark
            self._private.write_text(self.canaries["private file"])
            for path in (self._private, folder):
                os.chown(path, SOMEBODY, SOMEBODY)

    def author(self, topic: str, deadline: float = 0.4) -> None:
        """Write the exercise once more, as the one exercise of a topic."""
        filled = {"topic": topic, "deadline": deadline}
        exercise = f"{topic}/row_softmax.py"
        self.write(f"solutions/{exercise}", SOLUTION.format(canary=self.canaries["reference"], **filled).encode())
        self.write(f"grader/hidden/{exercise}", HIDDEN.format(canary=self.canaries["hidden"], **filled).encode())

    def hand_in(self, topic: str, attack: Attack, known: dict[str, Any]) -> None:
        """An exercise, its test and a learner's file."""
        self.author(topic, attack.deadline)
        self.write(f"exercises/{topic}/test_{topic}.py", DOOR.format(topic=topic).encode())
        self.write(f"exercises/{topic}/row_softmax.py", attack.handed_in(known))

    def write(self, path: str, content: bytes) -> None:
        """A file of the course, which everybody may read."""
        file = self.root / path
        for folder in reversed(file.relative_to(self.root).parents):
            (self.root / folder).mkdir(mode=0o755, exist_ok=True)
            (self.root / folder).chmod(0o755)
        file.write_bytes(content)
        file.chmod(0o644)

    def clear(self) -> None:
        """Take back what was handed in."""
        for tree in ("exercises", "solutions", "grader", "handed_in"):
            shutil.rmtree(self.root / tree, ignore_errors=True)
        self.author("attacked")

    def _listen(self) -> None:
        tcp = socket.create_server(("127.0.0.1", 0))
        udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        udp.bind(("127.0.0.1", 0))
        unix = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        unix.bind(f"\0{self.mark}")
        unix.listen()
        self._listeners = {"tcp": tcp, "udp": udp, "unix": unix}
        for listener in self._listeners.values():
            listener.setblocking(False)

    @property
    def folders(self) -> list[str]:
        """Where a file could be left."""
        site = str(Path(np.__file__).parents[1])
        return [str(self.root), "/tmp", "/dev/shm", "/var/tmp", str(Path.cwd()), site, *_existing("/dev/mqueue", "/run/lock")]

    def environment(self) -> dict[str, str]:
        """What a grader's process is started with."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "COV_", "PYTHON"))}
        paths = os.pathsep.join([str(ROOT), str(ROOT / "tests")])
        return {**kept, "PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": "1", ENVIRONMENT: self.canaries["environment"]}

    def known(self, grader: int) -> dict[str, Any]:
        """KNOWN, for a grader with this process id."""
        ports = {name: self._listeners[name].getsockname()[1] for name in ("tcp", "udp")}
        places = {place: str(self.root / path) for place, path in PLACES.items()}
        here = {"grader": grader, "course": str(self.root), "private": str(self._private), "folders": self.folders}
        return here | places | ports | {"mark": self.mark, "unix": self.mark, "key": self.key}

    def breaches(self, told: str, printed: str) -> list[str]:
        """One sentence for everything that got through, and the world is as it was before."""
        found = [f"the canary of the {place} was told" for place, canary in self.canaries.items() if canary in told + printed]
        if "EXISTS" in printed:
            found.append("whether another user's file exists was told")
        found += remains.processes_left(self._strangers)  # first: they could go on with what follows
        found += self._visitors() + self._changed()
        found += remains.segments_left(self.key) + remains.queues_left(self.mark)
        return found + remains.files_left([*self.folders, *self._subfolders()], self.mark)

    def _visitors(self) -> list[str]:
        found = []
        for name, listener in self._listeners.items():
            with suppress(BlockingIOError):
                while True:
                    listener.recv(2**16) if name == "udp" else listener.accept()[0].close()
                    found.append(f"the network was reached by {name}")
        return sorted(set(found))

    def _changed(self) -> list[str]:
        """Secrets that are no longer what they were; they are written anew."""
        found = []
        for place, text in self._texts.items():
            path = self.root / PLACES[place]
            if not path.is_file() or path.read_bytes() != text:
                found.append(f"the {place} was changed")
                self.write(PLACES[place], text)
        return found

    def _subfolders(self) -> list[str]:
        return [str(path) for path in self.root.rglob("*") if path.is_dir() and not path.is_symlink()]


def _existing(*folders: str) -> list[str]:
    return [folder for folder in folders if Path(folder).is_dir()]
