"""A learner's process: it confines itself, has the learner's file loaded, and answers calls until the grader hangs up."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from grader import frames, streams, tensors, wire
from grader.runner import Runner

if TYPE_CHECKING:
    from grader.sandbox import Confinement, Prepared

Requests = list[dict[str, Any]]
MOST_PRINTED = 2**13  # bytes in a call; Python's streams hold no more back


def serve(channel: frames.Frames, rules: dict[str, Any], confinement: Confinement, kept: Mapping[str, Requests]) -> None:
    """Wait for the file, say what holds this process, load the file, then answer calls until the grader hangs up.  `kept`
    are those that came before this process began, by their names."""
    runner = Runner(rules | receive(channel))
    channel.send(wire.pieces({"kind": "ready", **confinement._asdict()}))
    if set(rules["required"]) - {layer.split()[0] for layer in confinement.layers}:
        os._exit(0)
    runner.load()
    channel.send(wire.pieces({"kind": "loaded"}))
    while True:
        request = receive(channel)
        if "at_once" in request:
            named = request["at_once"]
            _answer_at_once(runner, channel, kept[named] if isinstance(named, str) else named)
            continue
        reply = runner.answer(request, lambda handle: _ask_grader(channel, handle))
        streams.flush()
        channel.send(encoded(reply))


def _answer_at_once(runner: Runner, channel: frames.Frames, requests: Requests) -> None:
    """All calls are made before the first reply is sent, which spares the machine to change sides.  Each reply holds what
    was printed meanwhile; where that is more than anybody keeps, there is none, and the calls are made again one by one."""
    replies: wire.Pieces = []
    with streams.kept() as written:
        for request in requests:
            reply = runner.answer(request, lambda handle: None)
            if printed := written():
                reply["printed"] = np.frombuffer(printed, np.uint8)
            if len(printed) > MOST_PRINTED:
                os._exit(0)
            replies += frames.framed(_kept(reply))
    channel.write([b"".join(replies)])


def _kept(reply: dict[str, Any]) -> wire.Pieces:
    """As it is now: the learner's code may change it when it is called again."""
    return [b"".join(encoded(reply))]


def encoded(reply: dict[str, Any]) -> wire.Pieces:
    try:
        return wire.pieces(reply)
    except wire.TooLarge as too_large:
        printed = {name: reply[name] for name in ("printed",) if name in reply}
        return wire.pieces({"kind": "monster", "value": str(too_large), **printed})
    except BaseException:  # a result that breaks while it is looked at
        return wire.pieces({**reply, "value": object()})


def _ask_grader(channel: frames.Frames, handle: int) -> Callable[..., Any]:
    """A function that lives in the grader: its arguments go there as data, and its result comes back."""

    def given_function(*args: Any) -> Any:
        channel.send(encoded({"kind": "callback", "handle": handle, "value": args}))
        answer = receive(channel)
        if answer["error"]:
            raise ValueError(answer["error"])
        return answer["value"]

    return given_function


def receive(channel: frames.Frames) -> Any:
    """One message from the grader; the process ends when there is none."""
    try:
        return wire.decode(channel.receive())
    except frames.Ended:
        os._exit(0)


def become_child(fds: Sequence[int], prepared: Prepared, kept: Mapping[str, Requests]) -> None:
    """Confine this process as the grader says, then serve.  Never returns."""
    from grader import kernel, sandbox  # noqa: PLC0415  # POSIX only, and needed in the child alone

    channel_fd, output_fd = fds
    try:
        os.setsid()
        kernel.undumpable()
        os.dup2(output_fd, 1)
        os.dup2(output_fd, 2)
        channel = frames.Frames(socket.socket(fileno=channel_fd))
        rules = receive(channel)
        if rules["backend"] == "torch":
            tensors.equip(rules["device"])
        confinement = sandbox.confine({channel_fd}, prepared, rules["device"] != "cpu", rules["threads"])
        serve(channel, rules, confinement, kept)
    except BaseException as error:
        os.write(2, f"the kit's own process failed: {error!r}".encode())
        os._exit(1)
