"""Answer with each kind of end in turn, with contents that no honest process would put there.

verdict: wrong, raised, died, forbidden, todo
stopped by: wire
"""
from grader import child, wire

ODD = ["", "\x1b[2J", "Wrong", "passed", "\ud800", "a" * 5000, "[]"]
ENDS = {
    "float32": {"kind": "forbidden", "error": ["", ODD, "", ODD]},
    "a temperature": {"kind": "raised", "error": ["passed", ["Wrong", "LearnerRaised", "__import__", "bool", *ODD], "", ODD]},
    "an odd layout": {"kind": "returned", "value": 1, "mutated": ODD, "aliased": ODD, "drawn": ODD, "measured": 2**62},
    "large values": {"kind": "raised", "error": ["NotImplementedError", ["NotImplementedError"], "", []]},
    "a shift": {"kind": "monster", "value": "a" * 500_000},
    "nothing special": {"kind": ["returned", "passed"], "verdict": "passed", "points": 10},
}
ASKED = []


def row_softmax(x, temperature=1.0):
    signs = [x.dtype.itemsize < 8, temperature != 1.0, not x.flags.c_contiguous, abs(x).max() > 50, x.mean() > 1.5, True]
    ASKED.append(list(ENDS)[signs.index(True)])  # which check it is: another end for each, the same in every run


child.encoded = lambda reply: wire.pieces(ENDS[ASKED[-1]])
