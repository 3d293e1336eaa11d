"""Ask the grader to run functions that it never gave, under handles of every strange kind, with arguments that are none.

verdict: wrong
deadline: 5
stopped by: wire
"""
import gc

import numpy as np

from grader import child, frames, wire

NUMBERS = [-1, 0, -(2**63), 2**900, True, None, 1.5, float("nan"), np.int64(0)]
HANDLES = [*NUMBERS, "__import__", (0,), [0], {"a": 0}, np.zeros(3), len]
VALUES = [(), None, 5, "text", {"x": 1}, (len, len), (np.zeros(10**6),), [[[[]]]], (np.random.default_rng(0),)]


def row_softmax(x, temperature=1.0):
    channel = next(found for found in gc.get_objects() if isinstance(found, frames.Frames))
    for number, handle in enumerate(HANDLES * 2):
        channel.send(wire.pieces({"kind": "callback", "handle": handle, "value": VALUES[number % len(VALUES)]}))
        answer = child.receive(channel)
        if answer["value"] is not None or "canary" in str(answer["error"]):
            return answer["value"]
        print(handle, answer["error"][:100])
    for incomplete in ({"kind": "callback"}, {"kind": "callback", "handle": 0}, {"kind": "callback", "value": ()}):
        channel.send(wire.pieces(incomplete))
        print(child.receive(channel)["error"][:100])
    return np.zeros_like(x)
