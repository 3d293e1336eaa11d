"""Arrays and plain data to bytes and back, between the grader and a process it does not trust.

A message is ``b"<length of header>" header buffers``: the header is JSON, the buffers are the raw bytes of the
arrays in the order in which the header names them.  Arrays, scalars, None, str, list, tuple, dict and random
generators (their seed state) go by value.  Anything else becomes an `Opaque`: its type's name and, for a function,
a handle through which it can be called back.  Nothing is ever pickled, and decoding runs no code of the sender.
"""

from __future__ import annotations

import json
import re
import struct
from collections.abc import Callable
from dataclasses import dataclass
from math import prod
from typing import Any

import numpy as np

from grader import layout
from grader.names import printable, type_name

_NUMBERS = "bool int8 int16 int32 int64 uint8 uint16 uint32 uint64 float16 float32 float64 complex64 complex128"
DTYPES = {name: np.dtype(name) for name in _NUMBERS.split()}
# Any byte order on the way in, this machine's on the way out.
NAMES = {kind: name for name, own in DTYPES.items() for kind in (own, own.newbyteorder("S"))}
MAX_BYTES = 64 * 2**20
MAX_ITEMS = 100_000
MAX_DEPTH = 16
MAX_DIMS = 32
MAX_TEXT = 512 * 1024  # characters of all strings together
MAX_HEADER = 4 * 2**20  # bytes; JSON is parsed before items can be counted
MAX_BITS = 1024
PLAIN = (int, float, complex, str)
KEYS = (str, int, bool, type(None))  # of dicts: with floats or long integers a sender could make every key collide
KEY_BITS = 60
ARRAY, GENERATOR = 10, 100  # items that these count for, by the time that it takes to make one
HALVES = re.compile("(?<=[\ud800-\udbff])(?=[\udc00-\udfff])")  # JSON would join the two halves into one character
MISSING = "no such function"  # in place of the name of an exception, which could not hold a space
LENGTH = struct.Struct("<Q")
LARGE = 2**16  # bytes that are not worth a copy
STRICT = json.JSONDecoder(object_pairs_hook=lambda pairs: _refuse("an object"))
COMPACT = json.JSONEncoder(separators=(",", ":"))
Pieces = list[bytes | memoryview]


class WireError(ValueError):
    """Bytes that are not a message, or a value that is too large or too deep to send."""


class TooLarge(WireError):
    """A value over the limits above.  Its text says which."""


@dataclass(frozen=True)
class Opaque:
    """Stands for something that does not travel: a function (with a handle) or any other object."""

    type_name: str
    handle: int = -1


def encode(value: Any, handle_of: Callable[[Any], int] | None = None) -> bytes:
    """Bytes of `value`.  `handle_of` gives functions a number by which the other side can call them."""
    return b"".join(pieces(value, handle_of))


def pieces(value: Any, handle_of: Callable[[Any], int] | None = None) -> Pieces:
    """What `encode` gives, in pieces.  Large arrays are not copied: what is sent is their own memory."""
    buffers: Pieces = []
    state = {"items": 0, "bytes": 0, "text": 0}
    header = COMPACT.encode(_node(value, buffers, state, handle_of, 0)).encode()
    return [LENGTH.pack(len(header)), header, *buffers]


def raw(array: Any) -> bytes | memoryview:
    """The bytes of an array, copied only where they do not lie in a row."""
    if array.nbytes >= LARGE and type(array) is np.ndarray and array.dtype in NAMES and array.flags.c_contiguous:
        return array.reshape(-1).view(np.uint8).data
    return bytes(array.tobytes())


def _node(value: Any, buffers: Pieces, state: dict[str, int], handle_of: Any, depth: int) -> Any:
    state["items"] += 1
    if state["items"] > MAX_ITEMS:
        raise TooLarge(f"more than {MAX_ITEMS} items")
    if depth > MAX_DEPTH:
        raise TooLarge(f"nested deeper than {MAX_DEPTH}")
    kind = type(value)  # exact types only: a subclass may lie about itself
    if value is None or kind is bool:
        return value
    if kind in PLAIN:
        return _plain_node(value, kind, state)
    if kind is list or kind is tuple:
        return [kind.__name__[0], *[_node(item, buffers, state, handle_of, depth + 1) for item in value]]
    if kind is dict:
        if not all(map(_is_key, value)):
            return ["o", "dict with keys other than str and short int", -1]
        inner = [_node(item, buffers, state, handle_of, depth + 1) for pair in value.items() for item in pair]
        return ["d", *inner]
    if kind is np.ndarray or (kind.__module__ == "numpy" and isinstance(value, np.generic)):
        return _array_node(value, buffers, state)
    if is_generator(value) and type(value.bit_generator).__name__ == "PCG64":
        state["items"] += GENERATOR
        return ["g", json.dumps(value.bit_generator.state, default=int)]
    return ["o", type_name(value), handle_of(value) if handle_of and callable(value) else -1]


def _plain_node(value: Any, kind: type, state: dict[str, int]) -> Any:
    if kind is int:
        return ["i", str(value)] if value.bit_length() <= MAX_BITS else ["o", f"int of over {MAX_BITS} bits", -1]
    if kind is float:
        return ["f", value.hex()]
    if kind is complex:
        return ["c", value.real.hex(), value.imag.hex()]
    state["text"] += len(value)
    if state["text"] > MAX_TEXT:
        raise TooLarge(f"more than {MAX_TEXT} characters of text")
    halves = HALVES.split(value)
    return value if len(halves) == 1 else ["s", *halves]


def _array_node(value: Any, buffers: Pieces, state: dict[str, int]) -> Any:
    name = NAMES.get(value.dtype)
    if name is None:
        return ["o", f"array of {'Python objects (dtype=object)' if value.dtype.hasobject else value.dtype}", -1]
    state["bytes"] += prod(n or 1 for n in value.shape) * value.itemsize  # an empty array may have many empty rows
    if state["bytes"] > MAX_BYTES:
        raise TooLarge(f"{name}[{','.join(map(str, value.shape))}], more than {MAX_BYTES // 2**20} MiB")
    array = np.asarray(value)
    buffers.append(raw(array.astype(name, copy=False)))
    tag = "n" if isinstance(value, np.generic) else "a"
    state["items"] += ARRAY * (tag == "a")
    return [tag, name, array.shape, layout.of(array)]


def decode(data: bytes | memoryview, layouts: bool = True) -> Any:
    """The value behind `data`.  Raises WireError, and nothing else, on anything that `encode` did not make.
    Without `layouts`, arrays lie in memory in the ordinary way: those of a learner need no other, which takes time."""
    view = memoryview(data)
    try:
        (length,) = LENGTH.unpack_from(view)
        if length > min(MAX_HEADER, len(view) - LENGTH.size):
            _refuse("header too long")
        text = bytes(view[LENGTH.size : LENGTH.size + length])
        if text.count(b"[") > 2 * MAX_ITEMS:  # a node for each item, and the shapes of numbers: more would take long to parse
            _refuse("too many lists")
        header = STRICT.decode(text.decode("ascii"))
        reader = _Reader(view[LENGTH.size + length :], layouts)
        value = reader.value(header, 0)
    except WireError:
        raise
    except (ValueError, TypeError, KeyError, IndexError, RecursionError, OverflowError, MemoryError, struct.error) as e:
        raise WireError(f"not a message: {type(e).__name__}") from None
    return _refuse("bytes left over") if len(reader.rest) else value


class _Reader:
    """Walks a header and takes the buffers off the rest, checking every size before it is used."""

    def __init__(self, rest: memoryview, layouts: bool) -> None:
        self.rest = rest
        self.layouts = layouts
        self.items = self.characters = 0

    def value(self, node: Any, depth: int) -> Any:
        self.items += 1
        if self.items > MAX_ITEMS or depth > MAX_DEPTH:
            _refuse("too many or too deep")
        kind = type(node)
        if kind is str:
            return self._text(node)
        if kind is not list:
            return node if node is None or kind is bool else _refuse("a bare number")
        tag = node[0]
        if tag in {"a", "n"}:
            return self._array(*node)
        if tag in {"d", "t", "l"}:
            inner = [self.value(item, depth + 1) for item in node[1:]]
            return _dict(inner) if tag == "d" else inner if tag == "l" else tuple(inner)
        return self._leaf(tag, node[1:])

    def _leaf(self, tag: str, body: list[Any]) -> Any:
        if tag == "i" and len(body[0]) < 400 and (number := int(body[0])).bit_length() <= MAX_BITS:
            return number
        if tag == "f":
            return float.fromhex(body[0])
        if tag == "c":
            return complex(float.fromhex(body[0]), float.fromhex(body[1]))
        if tag == "s":
            return self._text("".join(body))
        if tag == "g":
            self.items += GENERATOR
            return _generator(json.loads(body[0]))
        if tag == "o" and type(body[0]) is str and type(body[1]) is int:
            return Opaque(printable(body[0]), body[1])
        return _refuse("unknown tag")

    def _text(self, text: str) -> str:
        self.characters += len(text)
        return text if self.characters <= MAX_TEXT else _refuse("too much text")

    def _array(self, tag: str, dtype: str, shape: list[int], lies: list[Any] | None) -> Any:
        kind = DTYPES.get(dtype)
        if kind is None or len(shape) > MAX_DIMS or not all([type(n) is int and n >= 0 for n in shape]):
            raise WireError("not a message: bad array header")
        full = prod(n or 1 for n in shape)
        self.items += ARRAY * (tag == "a")
        size = prod(shape) * kind.itemsize
        if size > len(self.rest) or full * kind.itemsize > MAX_BYTES:
            raise WireError("not a message: array longer than its bytes")
        flat = np.frombuffer(self.rest[:size], kind)
        self.rest = self.rest[size:]
        if dtype == "bool" and (flat.view(np.uint8) > 1).any():
            _refuse("booleans that are neither")
        if tag == "n":
            return flat.reshape(())[()]
        packed = flat.reshape(shape)
        return packed.copy() if lies is None or not self.layouts else layout.laid_out(packed, MAX_BYTES, *lies)


def _dict(inner: list[Any]) -> dict[Any, Any]:
    keys = inner[::2]
    if not all(map(_is_key, keys)):
        _refuse("bad key")
    return dict(zip(keys, inner[1::2], strict=True))


def _is_key(key: Any) -> bool:
    kind = type(key)
    return kind is str or (kind in KEYS and (kind is not int or key.bit_length() <= KEY_BITS))


def _generator(state: dict[str, Any]) -> np.random.Generator:
    bits = np.random.PCG64(0)  # seeded, so that what is spawned from it is the same each time
    bits.state = state  # type: ignore[assignment]  # NumPy checks it and raises what decode turns into a WireError
    return np.random.Generator(bits)


def _refuse(why: str) -> Any:
    raise WireError(f"not a message: {why}")


def is_generator(value: Any) -> bool:
    """Whether `value` is a NumPy Generator, found out without importing numpy.random, which takes 10 ms."""
    kind = type(value)
    return kind.__name__ == "Generator" and kind.__module__ == "numpy.random._generator"
