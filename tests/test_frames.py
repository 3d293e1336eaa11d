"""Messages arrive whole, however they are cut up, and what is only announced costs nothing."""

from __future__ import annotations

import random
import select
import socket
import threading
import tracemalloc
from collections.abc import Iterator

import numpy as np
import pytest

from grader import frames, wire
from grader.frames import LIMIT, ROOM, Ended, Frames, TooLong
from grader.wire import LARGE, LENGTH

SIZES = (1, 8, 1000, ROOM - LENGTH.size - 1, ROOM - LENGTH.size, ROOM, ROOM + 1, 3 * ROOM, 2**21)
Pair = tuple[socket.socket, socket.socket]


class TimeUp(Exception):
    """What a caller's `wait` may raise."""


def give_up(event: int) -> None:
    raise TimeUp(event)


@pytest.fixture
def ends() -> Iterator[Pair]:
    near, far = frames.pair()
    near.setblocking(False)
    yield near, far
    near.close()
    far.close()


def framed(*messages: bytes) -> bytes:
    return b"".join(LENGTH.pack(len(message)) + message for message in messages)


def test_messages_come_whole_and_in_order(ends: Pair) -> None:
    messages = [random.Random(size).randbytes(size) for size in SIZES]
    sender = threading.Thread(target=lambda: [Frames(ends[1]).send([message]) for message in messages])
    sender.start()
    ends[0].setblocking(True)
    inbox = Frames(ends[0])
    got = [bytes(inbox.receive()) for _ in messages]
    sender.join()
    assert got == messages


@pytest.mark.parametrize("seed", range(5))
def test_it_does_not_matter_where_a_message_is_cut(ends: Pair, seed: int) -> None:
    draw = random.Random(seed)
    messages = [draw.randbytes(draw.choice((0, 1, 9, 500, 40_000, 2 * ROOM))) for _ in range(20)]
    rest = framed(*messages)
    inbox, got = Frames(ends[0]), list[bytes]()

    def some_more(event: int) -> None:
        nonlocal rest
        cut = draw.choice((1, 7, 8, 9, 3000, ROOM))
        ends[1].sendall(rest[:cut])
        rest = rest[cut:]

    for _ in messages:
        got.append(bytes(inbox.receive(some_more)))
    assert got == messages


def test_pieces_are_one_message(ends: Pair) -> None:
    large = np.arange(LARGE, dtype=np.uint8)
    pieces: wire.Pieces = [b"one", b"", b"two", large.data, large.data, b"three"]
    sender = threading.Thread(target=Frames(ends[1]).send, args=(pieces,))
    sender.start()
    ends[0].setblocking(True)
    assert bytes(Frames(ends[0]).receive()) == b"".join(pieces)
    sender.join()


def test_what_was_read_stays_when_the_next_message_arrives(ends: Pair) -> None:
    inbox, outbox = Frames(ends[0]), Frames(ends[1])
    outbox.send(wire.pieces(np.zeros(100)))
    first = wire.decode(inbox.receive(give_up))
    outbox.send(wire.pieces(np.ones(100)))
    second = wire.decode(inbox.receive(give_up))
    assert (first.sum(), second.sum()) == (0, 100)
    assert not np.shares_memory(first, second)


def test_a_large_array_is_sent_from_where_it_lies() -> None:
    array = np.arange(float(LARGE))
    assert np.shares_memory(np.frombuffer(wire.pieces([array])[-1], np.uint8), array)


def test_an_announced_length_costs_no_memory(ends: Pair) -> None:
    ends[1].sendall(LENGTH.pack(LIMIT) + b"x" * 100)
    inbox = Frames(ends[0])
    tracemalloc.start()
    with pytest.raises(TimeUp):
        inbox.receive(give_up)
    assert tracemalloc.get_traced_memory()[1] < ROOM
    tracemalloc.stop()


def test_memory_grows_with_what_has_arrived(ends: Pair) -> None:
    """Eight times of it at most, and as much again while it moves."""
    inbox, sent = Frames(ends[0]), 0

    def trickle(event: int) -> None:
        nonlocal sent
        assert tracemalloc.get_traced_memory()[1] <= 9 * sent + 2 * ROOM
        if sent > 2**21:
            raise TimeUp
        ends[1].sendall(bytes(ROOM // 2))
        sent += ROOM // 2

    ends[1].sendall(LENGTH.pack(LIMIT))
    tracemalloc.start()
    with pytest.raises(TimeUp):
        inbox.receive(trickle)
    tracemalloc.stop()


@pytest.mark.parametrize("length", [LIMIT + 1, 2**63, 2**64 - 1])
def test_a_length_over_the_limit_is_refused_at_once(ends: Pair, length: int) -> None:
    ends[1].sendall(LENGTH.pack(length))
    with pytest.raises(TooLong):
        Frames(ends[0]).receive(give_up)


@pytest.mark.parametrize("last_words", [b"", b"\1", LENGTH.pack(5), LENGTH.pack(5) + b"four"], ids=repr)
def test_who_hangs_up_has_ended(ends: Pair, last_words: bytes) -> None:
    ends[1].sendall(last_words)
    ends[1].close()
    with pytest.raises(Ended):
        Frames(ends[0]).receive(give_up)
    with pytest.raises(Ended):
        Frames(ends[0]).send([b"anybody there?"], give_up)


def test_who_does_not_read_makes_the_sender_wait(ends: Pair) -> None:
    with pytest.raises(TimeUp, match=str(select.POLLOUT)):
        Frames(ends[0]).send([bytes(2**24)], give_up)
