"""Messages over a socket, each behind its length.  Both sides use it, and neither trusts a length that it reads.

The socket may block or not: where it does not, `wait` is called until something can be sent or has arrived.
"""

from __future__ import annotations

import os
import select
import socket
from collections.abc import Callable
from itertools import groupby
from typing import Any

import numpy as np

from grader import wire
from grader.wire import LENGTH

LIMIT = wire.MAX_BYTES + 8 * 2**20  # bytes of a message: arrays and a header
ROOM = 2**16  # bytes to begin with
IN_FLIGHT = 2**20  # bytes that may be on their way; the system may allow less
Wait = Callable[[int], None]


class Ended(Exception):
    """The other side has hung up."""


class TooLong(Exception):
    """The other side has announced more than it may send."""


def pair() -> tuple[socket.socket, socket.socket]:
    """Two sockets, with room for what is sent while the other side is busy."""
    ends = socket.socketpair()
    for end in ends:
        end.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, IN_FLIGHT)
    return ends


def _never(event: int) -> None:
    """A socket that blocks does its own waiting."""


def framed(pieces: wire.Pieces) -> wire.Pieces:
    """A message behind its length; small pieces that stand side by side are one, to be sent at once."""
    groups = groupby([LENGTH.pack(sum(map(len, pieces))), *pieces], lambda piece: len(piece) < wire.LARGE)
    return [piece for small, group in groups for piece in ([b"".join(group)] if small else group)]


class Frames:
    """One end of a socket.  What has arrived is kept in one place, which is used again for the next message.

    It is read and written like a file: a learner's process may not make the system calls of sockets.
    """

    def __init__(self, end: socket.socket) -> None:
        self._end = end
        self._room: np.ndarray[Any, Any] = np.empty(ROOM, np.uint8)
        self._filled = 0  # bytes of the room
        self._taken = 0  # of these, the last message

    def send(self, pieces: wire.Pieces, wait: Wait = _never) -> None:
        """A message, without a copy of what is large in it."""
        self.write(framed(pieces), wait)

    def write(self, ready: wire.Pieces, wait: Wait = _never) -> None:
        """What `framed` gave, of one message or of several."""
        for piece in ready:
            rest = memoryview(piece)
            while rest:
                try:
                    rest = rest[os.write(self._end.fileno(), rest) :]
                except BlockingIOError:
                    wait(select.POLLOUT)
                except OSError:
                    raise Ended from None

    def receive(self, wait: Wait = _never) -> memoryview:
        """The next message.  It has to be read before the one after it is asked for."""
        self._forget()
        self._fill(LENGTH.size, wait)
        (length,) = LENGTH.unpack_from(self._room.data)
        if length > LIMIT:
            raise TooLong
        self._fill(LENGTH.size + length, wait)
        self._taken = LENGTH.size + length
        return self._room.data[LENGTH.size : self._taken]

    def _forget(self) -> None:
        """Make room of what was read; what came with it, the beginning of the next message, moves to the front."""
        left = self._filled - self._taken
        if left:
            self._room[:left] = self._room[self._taken : self._filled]
        self._filled, self._taken = left, 0

    def _fill(self, size: int, wait: Wait) -> None:
        """Wait until there are `size` bytes."""
        while self._filled < size:
            if self._filled == len(self._room):
                self._grow(size)
            try:
                arrived = os.readv(self._end.fileno(), [self._room.data[self._filled : max(size, ROOM)]])
            except BlockingIOError:
                wait(select.POLLIN)
                continue
            except OSError:
                arrived = 0
            if not arrived:
                raise Ended
            self._filled += arrived

    def _grow(self, size: int) -> None:
        """More room, in proportion to what has arrived: a length alone costs nothing.

        The largest step is one from 32 MiB on, so that both rooms together, as far as they are filled, stay below `LIMIT`.
        """
        room = np.empty(min(8 * self._filled, size), np.uint8)
        room[: self._filled] = self._room
        self._room = room
