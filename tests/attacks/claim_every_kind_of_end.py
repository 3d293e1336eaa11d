"""Answer by hand with each kind of end in turn, with contents that no honest process would put there.

verdict: wrong, raised, died, forbidden, todo
deadline: 5
stopped by: wire
"""
import os
import stat

from grader import wire

ODD = ["", "\x1b[2J", "Wrong", "passed", "\ud800", "a" * 5000, "[]"]
ENDS = [
    {"kind": "returned"},
    {"kind": "returned", "value": None, "measured": -1},
    {"kind": "returned", "value": 1, "mutated": ODD, "aliased": ODD, "drawn": ODD},
    {"kind": "returned", "value": 1, "leaves": [["tensor", *ODD[:2], True]] * 3},
    {"kind": "monster", "value": "a" * 500_000},
    {"kind": "forbidden", "error": ["", ODD, "", ODD]},
    {"kind": "unloadable", "error": [wire.MISSING, ODD, "\n", ODD]},
    {"kind": "raised", "error": ["NotImplementedError", ["NotImplementedError"], "", []]},
    {"kind": "raised", "error": ["passed", ["Wrong", "LearnerRaised", "__import__", "bool", *ODD], "", ODD]},
    {"kind": "timeout"},
    {"kind": ["returned"]},
    {},
]


def row_softmax(x, temperature=1.0):
    which = int(abs(x).sum() * 1e6)  # another one for each input, the same in each run
    message = wire.encode(ENDS[which % len(ENDS)])
    for fd in range(3, 32):
        try:
            if stat.S_ISSOCK(os.fstat(fd).st_mode):
                os.write(fd, wire.LENGTH.pack(len(message)) + message)
        except OSError:
            continue
    os.read(0, 1)
    os._exit(0)
