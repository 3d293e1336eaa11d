"""One process for a learner's code, from our side: messages there and back before a deadline, and what it prints."""

from __future__ import annotations

import os
import select
import time
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from grader import frames, wire
from grader.exercise import Setup
from grader.launch import START_DEADLINE, Fresh, Zygote
from grader.replies import Stop

KEPT_OUTPUT = 64 * 1024
MOST_PARTS = 64  # of the output that are read at once: more than a pipe holds


def rules_for(launch: Zygote | Fresh, setup: Setup, threads: bool) -> dict[str, Any]:
    """How a process is held, and for what: all that it has to know before there is a file."""
    return {"backend": setup.backend, "device": setup.device, "threads": threads, "required": sorted(launch.required)}


class Conversation:
    """Starts a process and owns both ends of what connects us with it.  It neither trusts it nor waits for it to end.

    The process is held as the rules say, and then waits for a file, however long that takes.
    """

    def __init__(self, launch: Zygote | Fresh, rules: Mapping[str, Any]) -> None:
        self.launch, self.rules = launch, rules
        self.knows = launch.taught
        self._channel, far = frames.pair()
        self._output, output_end = os.pipe()
        try:
            self.child = launch.start((far.fileno(), output_end))
        except BaseException:
            self.hang_up()
            raise
        finally:
            far.close()
            os.close(output_end)
        self._channel.setblocking(False)
        os.set_blocking(self._output, False)
        self._frames = frames.Frames(self._channel)
        self._printed = bytearray()
        self._closed = False  # the learner closed its end of the output pipe
        self._poll = select.poll()
        self._poll.register(self._output, select.POLLIN)
        with suppress(Stop):  # it has ended, as whoever speaks to it will find out
            self.send(wire.pieces(dict(rules)), time.monotonic() + START_DEADLINE)

    def drop(self) -> None:
        """End the process, whatever it is doing."""
        self.launch.drop(self.child)
        self.hang_up()

    def hang_up(self) -> None:
        self._channel.close()
        os.close(self._output)

    def send(self, message: wire.Pieces, until: float) -> None:
        self.write(frames.framed(message), until)

    def write(self, framed: wire.Pieces, until: float) -> None:
        """Messages that `frames.framed` has made ready."""
        try:
            self._frames.write(framed, lambda event: self._wait(event, until))
        except frames.Ended:
            raise Stop("exited") from None

    def receive(self, until: float) -> dict[str, Any]:
        """The next message, decoded."""
        reply = decoded(self.receive_raw(until))
        if time.monotonic() > until:  # it took long to read
            raise Stop("timeout")
        return reply

    def receive_raw(self, until: float) -> memoryview:
        """The next message as it came.  It has to be read, or copied, before the one after it is asked for."""
        if time.monotonic() > until:  # a child that always has something to say never makes us wait
            raise Stop("timeout")
        try:
            return self._frames.receive(lambda event: self._wait(event, until))
        except frames.Ended:
            raise Stop("exited") from None
        except frames.TooLong:
            raise Stop("garbled") from None

    def _wait(self, event: int, until: float) -> None:
        """Sleep until the channel is ready, keeping the output pipe from filling up."""
        left = until - time.monotonic()
        if left <= 0:
            raise Stop("timeout")
        self._poll.register(self._channel, event)
        if any(fd == self._output for fd, _ in self._poll.poll(left * 1000)):
            self.drain(once=True)

    def forget(self) -> None:
        """What was printed belongs to an earlier call."""
        self._printed.clear()

    def drain(self, once: bool = False) -> None:
        """Read what was printed; keep the beginning, drop the rest, and let nobody who goes on printing keep us here."""
        for _ in range(MOST_PARTS):
            try:
                part = os.read(self._output, 2**16)
            except BlockingIOError:
                return
            if not part and not self._closed:
                with suppress(KeyError):
                    self._poll.unregister(self._output)
                self._closed = True
            if len(self._printed) < KEPT_OUTPUT:
                self._printed += part[: KEPT_OUTPUT - len(self._printed)]
            if once or not part:
                return

    @property
    def quiet(self) -> bool:
        """Whether nothing at all was printed."""
        return not self._printed

    def text(self) -> str:
        text = bytes(self._printed).decode("utf-8", "replace")
        return text + "\n... (the rest is not kept)" if len(self._printed) >= KEPT_OUTPUT else text


def decoded(message: memoryview | bytes) -> dict[str, Any]:
    """A message of a learner's process as plain data.  Raises Stop."""
    try:
        reply = wire.decode(message, layouts=False)
    except wire.WireError:
        raise Stop("garbled") from None
    if not isinstance(reply, dict):
        raise Stop("garbled")
    return reply
