"""Whatever bytes arrive, `decode` gives data or raises WireError: it does not crash, hang, swell or warn."""

from __future__ import annotations

import json
import random
import tracemalloc
from typing import Any

import pytest
from forged import HONEST, LIES, message, parts

from grader import wire
from grader.wire import LENGTH, WireError, decode, encode

MUTATIONS = 1000  # of each kind
NUMBER = b"\0" * 8


def refused(data: bytes) -> bool:
    try:
        encode(decode(data))  # what is accepted is ordinary data
    except WireError:
        return True
    return False


def flipped(draw: random.Random, data: bytearray) -> bytes:
    for _ in range(draw.choice((1, 1, 2, 5))):
        data[draw.randrange(len(data))] ^= 1 << draw.randrange(8)
    return bytes(data)


def truncated(draw: random.Random, data: bytearray) -> bytes:
    return bytes(data[: draw.randrange(len(data))])


def inserted(draw: random.Random, data: bytearray) -> bytes:
    at = draw.randrange(len(data) + 1)
    data[at:at] = draw.randbytes(draw.choice((1, 8, 100)))
    return bytes(data)


def spliced(draw: random.Random, data: bytearray) -> bytes:
    """Another text of digits, brackets and quotes in the header, which keeps its length."""
    at = draw.randrange(LENGTH.size, len(data))
    data[at : at + 1] = draw.choice((b"9", b"[", b"]", b'"', b",", b"-", b"e", b"{", b"\\", b"0"))
    return bytes(data)


def edited(draw: random.Random, data: bytearray) -> bytes:
    """One value of the header becomes a lie, and the header's length is right again."""
    header, buffers = parts(data)
    places = [(header, i) for i in range(len(header))]
    for parent, i in places:
        if isinstance(parent[i], list):
            places += [(parent[i], j) for j in range(len(parent[i]))]
    parent, i = draw.choice(places)
    parent[i] = draw.choice(LIES)
    return message(header, buffers)


@pytest.mark.parametrize("mutate", [flipped, truncated, inserted, spliced, edited])
def test_a_damaged_message_is_refused_or_read_as_data(mutate: Any) -> None:
    draw = random.Random(mutate.__name__)
    sound = [encode(value, lambda _: 0) for value in HONEST]
    verdicts = [refused(mutate(draw, bytearray(draw.choice(sound)))) for _ in range(MUTATIONS)]
    assert sum(verdicts) > len(verdicts) // 4  # the mutations do hit something


def test_noise_is_refused() -> None:
    draw = random.Random("noise")
    assert all(refused(draw.randbytes(draw.randrange(200))) for _ in range(MUTATIONS))


def generator(**state: Any) -> list[str]:
    inner = {"bit_generator": "PCG64", "state": {"state": 1, "inc": 1}, "has_uint32": 0, "uinteger": 0}
    return ["g", json.dumps({**inner, **state})]


LYING = {
    "nothing": b"",
    "length alone": LENGTH.pack(2),
    "no JSON": message(b"null null"),
    "left over": message(None, b"x"),
    "a number": message(5),
    "NaN": message(b"NaN"),
    "huge number": message(b"1" * 5000),
    "deep brackets": message(b"[" * 10**5 + b"]" * 10**5),
    "deep lists": message(json.loads('["l",' * 20 + "null" + "]" * 20)),
    "unknown tag": message(["z", 1]),
    "list as tag": message([["l"]]),
    "long integer": message(["i", "9" * 400]),
    "list as integer": message(["i", ["1"]]),
    "word as integer": message(["i", "one"]),
    "float out of range": message(["f", "0x1p99999"]),
    "number as float": message(["f", 1.5]),
    "number as text": message(["s", 1]),
    "odd dict": message(["d", ["i", "1"]]),
    "list as key": message(["d", ["l"], None]),
    "array as key": message(["d", ["a", "float64", [], None], None], NUMBER),
    "object dtype": message(["a", "object", [1], None], NUMBER),
    "structured dtype": message(["a", "f8,f8", [1], None], 2 * NUMBER),
    "list as dtype": message(["a", [["x", "f8"]], [1], None], NUMBER),
    "negative axis": message(["a", "float64", [-1], None], NUMBER),
    "two negative axes": message(["a", "float64", [-1, -1], None], NUMBER),
    "true as axis": message(["a", "float64", [True], None], NUMBER),
    "longer than its bytes": message(["a", "float64", [2], None], NUMBER),
    "longer than any memory": message(["a", "float64", [2**62, 2**62], None], NUMBER),
    "empty and longer than any memory": message(["a", "float64", [0, 2**62, 2**62], None]),
    "axis of 10**30": message(["a", "float64", [0, 10**30], None]),
    "33 axes": message(["a", "float64", [1] * 33, None], NUMBER),
    "scalar of two": message(["n", "float64", [2], None], 2 * NUMBER),
    "order repeats": message(["a", "float64", [1, 1], [[0, 0], [], False, False]], NUMBER),
    "order too short": message(["a", "float64", [1, 1], [[0], [], False, False]], NUMBER),
    "flip of no axis": message(["a", "float64", [1], [[0], [1], False, False]], NUMBER),
    "flip of a list": message(["a", "float64", [1], [[0], [[0]], False, False]], NUMBER),
    "layout is a number": message(["a", "float64", [1], 7], NUMBER),
    "generator is a number": message(["g", "5"]),
    "generator without state": message(["g", "{}"]),
    "generator of another kind": message(generator(bit_generator="MT19937")),
    "generator with negative state": message(generator(state={"state": -1, "inc": 1})),
    "generator with long state": message(generator(has_uint32=2**70)),
    "handle is a word": message(["o", "x", "0"]),
    "handle is true": message(["o", "x", True]),
}


@pytest.mark.parametrize("data", LYING.values(), ids=LYING)
def test_a_lie_is_refused(data: bytes) -> None:
    with pytest.raises(WireError, match="not a message"):
        decode(data)


def test_more_items_than_allowed_are_refused() -> None:
    assert len(decode(message(["l", *[None] * (wire.MAX_ITEMS - 1)]))) == wire.MAX_ITEMS - 1
    with pytest.raises(WireError, match="too many"):
        decode(message(["l", *[None] * wire.MAX_ITEMS]))


def test_an_array_of_no_bytes_costs_no_memory() -> None:
    """A header of some bytes must not make an array of many."""
    tracemalloc.start()
    for shape in ([2**40], [0, 2**40], [2**20, 2**20, 0]):
        refused(message(["a", "float64", shape, [list(range(len(shape))), [], True, False]]))
    assert tracemalloc.get_traced_memory()[1] < 2**20
    tracemalloc.stop()


def test_names_of_opaque_things_are_cut() -> None:
    assert len(decode(message(["o", "x" * 10**6, 0])).type_name) == 200


def test_an_axis_is_flipped_once_at_most() -> None:
    assert refused(message(["a", "float64", [1], [[0], [0] * 1000, False, False]], NUMBER))


def test_booleans_are_true_or_false() -> None:
    assert refused(message(["a", "bool", [1], None], b"\x02"))
