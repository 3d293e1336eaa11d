"""What holds of every value and of every message, looked for with hypothesis.

GRADLINGS_EXAMPLES=5000 pytest tests/test_wire_properties.py    looks at other examples each time, and at more of them.
"""

from __future__ import annotations

import contextlib
import os
import sys
import tracemalloc
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest
from forged import message, parts
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from travellers import ANYTHING, TEXTS, VALUES, arrays, messages

from grader import replies, wire
from grader.exercise import Error, Leaf, Outcome
from grader.replies import Stop, answer_call_back, outcome_of
from grader.wire import LENGTH, Opaque, TooLarge, WireError, decode, encode

EXAMPLES = int(os.environ.get("GRADLINGS_EXAMPLES", "0"))
HALF = "\ud83d\ude42"  # two halves of a character, which are not that character


def looked_for(examples: int) -> settings:
    return settings(
        max_examples=EXAMPLES or examples,
        derandomize=not EXAMPLES,
        database=None,
        deadline=None,  # time says nothing on a machine that others use
        suppress_health_check=list(HealthCheck),
    )


def assert_same(got: Any, want: Any) -> None:
    """Of the same types all the way down, equal to the bit, and lying in memory in the same way."""
    assert type(got) is type(want)
    if isinstance(want, list | tuple):
        assert len(got) == len(want)
        for mine, theirs in zip(got, want, strict=True):
            assert_same(mine, theirs)
    elif isinstance(want, dict):
        assert_same(list(got.items()), list(want.items()))
    elif isinstance(want, np.ndarray | np.generic):
        native = want.astype(want.dtype.newbyteorder("="))
        assert (got.dtype, got.shape, got.tobytes()) == (native.dtype, want.shape, native.tobytes())
    elif isinstance(want, np.random.Generator):
        assert got.bit_generator.state == want.bit_generator.state
    else:
        assert repr(got) == repr(want)  # tells -0.0 from 0.0; the NaN of Python is one


def layout(array: np.ndarray[Any, Any]) -> list[Any]:
    """Axes from the slowest to the fastest, which of them run backwards, after which there are gaps, and read-only.

    An axis of one item has no steps, and an array of none has no layout."""
    steps = {axis: abs(array.strides[axis]) for axis in range(array.ndim) if array.shape[axis] > 1 and array.size}
    order = sorted(steps, key=lambda axis: -steps[axis])
    inner = [steps[axis] * array.shape[axis] for axis in order[1:]] + [array.itemsize]
    gaps = [steps[axis] != size for axis, size in zip(order, inner, strict=False)]
    return [order, [axis for axis in order if array.strides[axis] < 0], gaps, array.flags.writeable]


@looked_for(300)
@given(VALUES)
@example([HALF, "🙂", {HALF: 1, "🙂": 2}])
def test_what_may_travel_comes_back(value: Any) -> None:
    assert_same(decode(encode(value)), value)


@looked_for(250)
@given(arrays())
@example(np.zeros((2, 1, 6))[:, :, :3])  # its middle axis steps as far as its first
@example(np.zeros((2, 3, 4, 5))[:, :2, :2, ::2])
def test_an_array_comes_back_as_it_lay(array: np.ndarray[Any, Any]) -> None:
    got = decode(encode(array))
    gaps = sum(layout(array)[2])
    assert layout(got) == layout(array) or (gaps > 3 and array.ndim > 4)  # so many gaps may cost more than they are worth
    assert layout(decode(encode(got))) == layout(got)


@looked_for(150)
@given(ANYTHING)
@example({2**wire.KEY_BITS: 1})
def test_whatever_is_encoded_is_decoded(value: Any) -> None:
    assert_settled(decode(encode(value, lambda _: 0)))


def assert_settled(value: Any) -> None:
    """It is sent on as it is."""
    once = encode(value)
    assert encode(decode(once)) == once


@contextlib.contextmanager
def steps_counted() -> Iterator[Counter[str]]:
    """Counts the lines of Python that run inside, here and in whatever they call."""
    count: Counter[str] = Counter()

    def step(frame: Any, event: str, arg: Any) -> Any:
        count["lines"] += event == "line"
        return step

    before = sys.gettrace()
    sys.settrace(step)
    try:
        yield count
    finally:
        sys.settrace(before)


def leaves(value: Any, depth: int = 0) -> Iterator[tuple[Any, int]]:
    yield value, depth
    inner = [item for pair in value.items() for item in pair] if isinstance(value, dict) else value
    if isinstance(value, list | tuple | dict):
        for item in inner:
            yield from leaves(item, depth + 1)


PLAIN = {type(None), bool, int, float, complex, str, list, tuple, dict, np.ndarray, Opaque, np.random.Generator}
SCALARS = {np.dtype(name).type for name in wire.DTYPES}


def assert_within_limits(value: Any) -> None:
    found = list(leaves(value))
    assert len(found) <= wire.MAX_ITEMS
    assert max(depth for _, depth in found) <= wire.MAX_DEPTH
    for leaf, _ in found:
        kind = type(leaf)
        assert kind in PLAIN or kind in SCALARS
        if kind is int:
            assert leaf.bit_length() <= wire.MAX_BITS
        if kind is Opaque:
            assert (type(leaf.type_name), type(leaf.handle)) == (str, int)
            assert len(leaf.type_name) <= 200
        if kind is np.ndarray:
            assert leaf.dtype.name in wire.DTYPES
            assert leaf.ndim <= wire.MAX_DIMS
            assert int(np.prod([n or 1 for n in leaf.shape], dtype=float)) * leaf.itemsize <= wire.MAX_BYTES


def read(data: bytes) -> bool:
    """Whether `data` is a message.  What it says is within the limits, and sent on as it is."""
    try:
        value = decode(data)
    except WireError:
        return False
    assert_within_limits(value)
    with contextlib.suppress(TooLarge):  # more text than we would send
        assert_settled(value)
    return True


def both_ways(check: Callable[[bytes], bool], strategy: st.SearchStrategy[bytes], examples: int) -> None:
    """Hold `check` against many messages.  Each answer must come now and then, or the lies would be no good."""
    answers: Counter[bool] = Counter()

    @looked_for(examples)
    @given(strategy)
    def each(data: bytes) -> None:
        answers[check(data)] += 1

    each()
    assert min(answers[True], answers[False]) > examples // 20, answers


def test_lies_are_refused_or_read_as_data() -> None:
    both_ways(read, messages(), 500)


@looked_for(100)
@given(st.binary(max_size=64), st.integers(0, 70), st.booleans())
def test_noise_is_refused_or_read_as_data(noise: bytes, length: int, framed: bool) -> None:
    read(LENGTH.pack(length) + noise if framed else noise)


@looked_for(100)
@given(VALUES, st.data())
def test_a_message_cut_or_changed_is_refused_or_read_as_data(value: Any, data: st.DataObject) -> None:
    sent = bytearray(encode(value))
    assert not read(bytes(sent[: data.draw(st.integers(0, len(sent) - 1))]))
    sent[data.draw(st.integers(0, len(sent) - 1))] ^= data.draw(st.integers(1, 255))
    read(bytes(sent))


def test_reading_takes_memory_and_steps_as_the_message_is_long() -> None:
    decode(encode(np.random.default_rng(0)))  # what is imported when it is first needed
    both_ways(cheap, messages(), 250)


def cheap(data: bytes) -> bool:
    tracemalloc.start()
    try:
        decode(data)
        verdict = True
    except WireError:
        verdict = False
    finally:
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    header, buffers = parts(data)
    long = len(data) - len(buffers)
    assert peak <= 2**15 + 100 * long + 12 * len(buffers), (peak, header)
    with steps_counted() as count, contextlib.suppress(WireError):
        decode(data)
    assert count["lines"] <= 500 + 50 * long, (count, header)
    return verdict


ONES = [1] * 25
GREEDY = {
    "a gap after each of many axes of one": (["a", "int8", ONES, [list(range(25)), [], ONES, False]], 1),
    "a gap after each, and a page for each byte": (
        ["a", "int8", [2048, *ONES[:12]], [list(range(13)), [], ONES[:13], False]],
        2048,
    ),
    "a gap beside an axis of none": (["a", "float64", [2**30, 0], [[0, 1], [], [1, 1], False]], 0),
    "the other way round": (["a", "float64", [0, 2**20], [[1, 0], [], [1, 1], False]], 0),
    "a number of many digits": (["i", "9" * 399], 0),
    "a word for each letter": ("l" * 10**5, 0),
    "words that are lists": (["s", *[[]] * 10**5], 0),
    "lists that are long": (["l", *[["l"]] * 50_000], 0),
}


@pytest.mark.parametrize(("header", "size"), GREEDY.values(), ids=GREEDY)
def test_a_short_message_does_not_grow(header: Any, size: int) -> None:
    cheap(message(header, b"\0" * size))


@pytest.mark.parametrize("shape", [[0, 2**40], [2**40, 0], [2**12, 2**12, 0, 2**12]], ids=str)
def test_an_array_of_no_bytes_is_no_way_to_have_an_endless_axis(shape: list[int]) -> None:
    with pytest.raises(WireError, match="longer than its bytes"):
        decode(message(["a", "float64", shape, None]))
    with pytest.raises(TooLarge, match="more than 64 MiB"):
        encode(np.zeros(shape))


@pytest.mark.parametrize("header", [{"l": 1}, {"s": 1, "t": 2}, ["i", str(2**wire.MAX_BITS)]], ids=str)
def test_what_encode_would_not_write_is_refused(header: Any) -> None:
    with pytest.raises(WireError, match="not a message"):
        decode(message(header))


# Replies: each field is what a child of ours would send, or anything.
WORDS = st.lists(TEXTS, max_size=2)
ERRORS = st.tuples(st.sampled_from(["ValueError", "a b", "no\nname"]), WORDS, TEXTS, WORDS).map(list)
ROWS = st.lists(st.tuples(TEXTS, TEXTS, TEXTS, st.booleans()).map(list), max_size=2)
FIELDS = {
    "kind": st.sampled_from([*replies.KINDS, *replies.KINDS, "callback", "timeout"]),
    "value": ANYTHING,
    "error": ERRORS,
    "measured": st.integers(-1, 2**63) | st.integers(0, 100),
    "leaves": ROWS,
    "gradients": st.lists(st.lists(st.none() | arrays().filter(lambda a: a.dtype.kind == "f"), max_size=2), max_size=2),
    **{name: WORDS for name in ("mutated", "aliased", "drawn")},
}
OFTEN = {name: st.sampled_from([*[field] * 9, ANYTHING]).flatmap(lambda kind: kind) for name, field in FIELDS.items()}
REPLIES = st.fixed_dictionaries({"kind": OFTEN.pop("kind")}, optional=OFTEN) | st.dictionaries(TEXTS, ANYTHING, max_size=3)


def is_outcome(sent: bytes) -> bool:
    reply = decode(sent)
    try:
        outcome = outcome_of(reply, "printed")
    except Stop as stop:
        if (stop.kind, stop.value) != ("garbled", None):
            raise
        return False
    assert_outcome(outcome)
    return True


def assert_outcome(outcome: Outcome) -> None:
    assert type(outcome) is Outcome
    assert (outcome.kind in replies.KINDS, outcome.printed, outcome.status) == (True, "printed", 0)
    assert outcome.error is None or type(outcome.error) is Error
    assert outcome.error is not None or outcome.kind in ("returned", "monster")
    assert type(outcome.measured) is int
    assert 0 <= outcome.measured < 2**63
    words = (outcome.mutated, outcome.aliased, outcome.drawn)
    assert all(type(names) is tuple and all(type(name) is str for name in names) for names in words)
    assert all(type(leaf) is Leaf for leaf in outcome.leaves)
    assert all(item is None or item.dtype.kind == "f" for row in outcome.gradients for item in row)


def test_a_reply_is_an_outcome_or_garbled() -> None:
    both_ways(is_outcome, REPLIES.map(encode), 300)


@looked_for(150)
@given(messages())
def test_a_reply_made_of_lies_is_an_outcome_or_garbled(data: bytes) -> None:
    with contextlib.suppress(WireError):
        value = decode(data)
        is_outcome(encode(value) if isinstance(value, dict) else encode({"kind": "returned", "value": value, "leaves": value}))


def fails(*_: Any) -> Any:
    raise KeyError(HALF)


FUNCTIONS = [lambda *given: given, lambda *given: sum(given), np.exp, fails, len]
HANDLES = st.one_of(*[st.integers(-1, len(FUNCTIONS))] * 3, ANYTHING)
ASKED = st.fixed_dictionaries(
    {"kind": st.just("callback")}, optional={"handle": HANDLES, "value": ANYTHING.map(lambda v: (v,)) | ANYTHING}
)


def answered(sent: bytes) -> bool:
    answer = decode(answer_call_back(decode(sent), FUNCTIONS))
    assert (sorted(answer), type(answer["error"])) == (["error", "value"], str)
    assert len(answer["error"]) <= 1000
    assert not answer["error"] or answer["value"] is None
    return not answer["error"]


def test_every_call_back_is_answered() -> None:
    both_ways(answered, ASKED.map(lambda asked: encode(asked, lambda _: 0)), 250)


def test_a_call_back_with_a_row_for_each_grain_of_sand_is_not_made() -> None:
    asked = {"handle": 0, "value": np.zeros((2**20, 0), np.int8)}
    with steps_counted() as count:
        answer = decode(answer_call_back(asked, [lambda *given: len(given)]))
    assert "its arguments are no tuple" in answer["error"]
    assert count["lines"] < 1000
