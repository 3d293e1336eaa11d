"""Messages put together by hand: headers that nobody would send, over as many bytes as they ask for."""

from __future__ import annotations

import json
from math import prod
from typing import Any

import numpy as np

from grader.wire import DTYPES, LENGTH, MAX_DIMS

# Values that a liar might put anywhere into a header.
LIES = [None, True, -1, 0, 2, 2**70, 1.5, "", "x", "a", "bool", [], [0], [True], {}, {"s": 1}, ["l"], ["i", "9" * 399]]
HONEST = [
    {"kind": "returned", "value": np.arange(6.0).reshape(2, 3).T, "mutated": ["0"]},
    [np.arange(4)[::-2], np.float32(2.5), np.zeros((0, 2), bool), np.asfortranarray(np.eye(3, dtype=complex))],
    (None, True, -(2**900), 0.5, 1j, "é🙂", {"a": [(), {}], 3: print}),
    np.random.default_rng(0),
]
MOST = 2**16  # bytes that a forger troubles to send


def message(header: Any, buffers: bytes = b"") -> bytes:
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    return LENGTH.pack(len(text)) + text + buffers


def parts(data: bytes) -> tuple[Any, bytes]:
    """The header of a message and its buffers."""
    (length,) = LENGTH.unpack_from(data)
    return json.loads(data[LENGTH.size :][:length]), bytes(data[LENGTH.size + length :])


def filled(header: Any, buffers: bytes) -> bytes:
    """A message with exactly the bytes that the arrays in its header ask for: `buffers`, over and over."""
    size = min(_needed(header), MOST)
    return message(header, (buffers * (size // len(buffers) + 1))[:size] if buffers else bytes(size))


def _needed(node: Any) -> int:
    if not isinstance(node, list):
        return 0
    if len(node) > 2 and node[0] in ("a", "n") and isinstance(node[1], str) and node[1] in DTYPES:
        shape = node[2] if isinstance(node[2], list) and len(node[2]) <= MAX_DIMS else []
        return prod(n for n in shape if type(n) is int and n >= 0) * np.dtype(node[1]).itemsize
    return sum(map(_needed, node))
