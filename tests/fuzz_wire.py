"""Looks for bytes from a learner's process at which the grader breaks, guided by what the decoder does with them.

python -m pip install -e ".[fuzz]" -c constraints.txt
python tests/fuzz_wire.py -max_total_time=300           until something is found, or for five minutes
python tests/fuzz_wire.py -runs=100000 -seed=7 folder   the same each time, if the folder is empty
python tests/fuzz_wire.py crash-0123abcd                once more what was found

The options are libFuzzer's.  It starts from honest messages and from what led somewhere new before, which it keeps in the
folder, or in .fuzz/.  Nine times of ten it edits the header of a message, else the bytes.
"""

from __future__ import annotations

import json
import random
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import atheris

with atheris.instrument_imports(include=["grader.wire", "grader.layout", "grader.replies"]):
    from grader import layout, replies, wire  # noqa: F401

import numpy as np
from forged import HONEST, LIES, filled, message, parts

ERROR = ["ValueError", ["ValueError", "Exception"], "no", ["line 1, in f: 1 / 0"]]
SEEDS = [
    *HONEST,
    {"kind": "returned", "value": [np.zeros((2, 1, 6))[:, :, ::-2], np.float16(1)], "measured": 3, "aliased": ["x"], "drawn": []},
    {"kind": "returned", "leaves": [["tensor", "float64", "cpu", True]], "gradients": [[np.ones((2, 3)), None]], "error": ERROR},
    {"kind": "raised", "error": ERROR, "mutated": ["0"]},
    {"kind": "monster", "value": "float64[9]"},
    {"kind": "callback", "handle": 0, "value": (np.broadcast_to(2.0, (3,)), "\ud83d\ude42")},
]
FUNCTIONS = [lambda *given: given, lambda *given: sum(given), len]
FOUND = Path(__file__).resolve().parents[1] / ".fuzz"
MEMORY = 12  # bytes of arrays for each byte that was sent


def one(data: bytes) -> None:
    """What must hold of any bytes.  Whatever else is raised is a finding."""
    try:
        value = wire.decode(data)
    except wire.WireError:
        return
    assert sum(map(room, arrays(value))) <= MEMORY * len(data), "arrays larger than the message"
    try:
        once = wire.encode(value)
    except wire.TooLarge:
        once = b""
    assert not once or wire.encode(wire.decode(once)) == once, "not sent on as it is"
    if isinstance(value, dict):
        judge(value)


def judge(reply: dict[Any, Any]) -> None:
    try:
        replies.outcome_of(reply)
    except replies.Stop as stop:
        if stop.kind != "garbled":
            raise
    wire.decode(replies.answer_call_back(reply, FUNCTIONS))


def arrays(value: Any) -> Iterator[np.ndarray[Any, Any]]:
    if isinstance(value, np.ndarray):
        yield value
    if isinstance(value, list | tuple | dict):
        for item in value.values() if isinstance(value, dict) else value:
            yield from arrays(item)


def room(array: Any) -> int:
    """Bytes of the memory in which an array lies."""
    while isinstance(array.base, np.ndarray):
        array = array.base
    return int(array.nbytes)


def mutated(data: bytes, max_size: int, seed: int) -> bytes:
    """Another message: an edited header over the bytes that it asks for, or bytes changed by libFuzzer."""
    draw = random.Random(seed)
    if draw.random() < 0.1:
        return atheris.Mutate(data, max_size)
    try:
        header, buffers = parts(data)
    except (ValueError, RecursionError, wire.struct.error):
        header, buffers = parts(draw.choice(HONEST_MESSAGES))
    whole = [header]
    places = list(places_of(whole))
    if draw.random() < 0.2:
        parent, i = draw.choice(places)
        parent[i] = copied(draw.choice(LIES)) if draw.random() < 0.5 else changed(draw, parent[i])
    else:
        edit(draw, *draw.choice([place for place in places if holds_a_node(*place, whole)]))
    made = message(whole[0], buffers) if draw.random() < 0.05 else filled(whole[0], buffers)
    return made if len(made) <= max_size else data


def places_of(parent: list[Any]) -> Iterator[tuple[list[Any], int]]:
    """Every place in a header."""
    for i, item in enumerate(parent):
        yield parent, i
        if isinstance(item, list):
            yield from places_of(item)


def holds_a_node(parent: list[Any], i: int, whole: list[Any]) -> bool:
    """Whether a value belongs there, and not a tag, an axis or the like."""
    return parent is whole or (i > 0 and parent[0] in ("l", "t", "d"))


def edit(draw: random.Random, parent: list[Any], i: int) -> None:
    """Something else in the place of a value, or beside it.  The message stays one, mostly."""
    node = parent[i]
    match draw.randrange(6):
        case 0:
            parent[i] = copied(draw.choice(HONEST_NODES))
        case 1:
            parent[i] = [draw.choice("lt"), node]
        case 2 if parent[0] == "d":
            parent += [draw.choice(("kind", "value", "x", "1")), copied(node)]
        case 2 if parent[0] in ("l", "t"):
            parent.insert(i, copied(draw.choice(HONEST_NODES)))
        case 3 if parent[0] in ("l", "t"):
            del parent[i]
        case 4 if isinstance(node, list) and len(node) == 4 and node[0] in ("a", "n"):
            parent[i] = laid_out_anew(draw, node)
        case _ if isinstance(node, list) and len(node) > 1 and node[0] not in ("l", "t", "d"):
            node[1] = changed(draw, node[1])
        case _:
            parent[i] = changed(draw, node)


def laid_out_anew(draw: random.Random, node: list[Any]) -> list[Any]:
    shape = [draw.choice((0, 1, 1, 2, 2, 3)) for _ in range(draw.randrange(5))]
    order = draw.sample(range(len(shape)), len(shape))
    flips = [axis for axis in order if draw.random() < 0.3]
    gaps = [draw.random() < 0.3 for _ in order]
    return ["a", node[1], shape, draw.choice((None, [order, flips, gaps, draw.random() < 0.5]))]


def changed(draw: random.Random, node: Any) -> Any:
    """A text, a number or a truth that is nearly the same, or the items of a list in another order."""
    if isinstance(node, str):
        return atheris.Mutate(node.encode("utf-8", "replace"), len(node) + 8).decode("utf-8", "replace")
    if isinstance(node, bool) or node is None:
        return not node
    if isinstance(node, list):
        return draw.sample(node, len(node))
    return node + draw.choice((-1, 1)) if isinstance(node, int) else 0


def copied(node: Any) -> Any:
    return json.loads(json.dumps(node))


HONEST_MESSAGES = [wire.encode(value, lambda _: 0) for value in SEEDS]
WHOLES = [[parts(data)[0]] for data in HONEST_MESSAGES]
HONEST_NODES = [parent[i] for whole in WHOLES for parent, i in places_of(whole) if holds_a_node(parent, i, whole)]


def main() -> None:
    warnings.simplefilter("error")
    named = [Path(word) for word in sys.argv[1:] if not word.startswith("-")]
    if not named:
        FOUND.mkdir(exist_ok=True)
    for folder in filter(Path.is_dir, named or [FOUND]):
        for number, data in enumerate(HONEST_MESSAGES):
            Path(folder, f"honest-{number}").write_bytes(data)
    atheris.Setup(sys.argv if named else [*sys.argv, str(FOUND)], one, custom_mutator=mutated)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
