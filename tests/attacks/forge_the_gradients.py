"""Answer by hand for tensors: gradients and facts about leaves that are too many, of the wrong kind, or not finite.

verdict: wrong, died
deadline: 5
stopped by: wire
"""
import numpy as np
import torch

from grader import child, wire

HUGE = np.full((3, 4), np.nan)
LEAF = ["tensor", "float64", "cpu", True]
FORGED = {
    "float32": {"leaves": [["tensor", "float32", "cuda:0\n", True]], "gradients": []},
    "a temperature": {"leaves": [LEAF] * 5000, "gradients": [[HUGE, HUGE]] * 2},
    "large values": {"leaves": [LEAF], "gradients": [[np.zeros((2, 2), bool)]]},
    "a shift": {"leaves": [LEAF], "error": ["passed", [], "", []], "measured": 2**62},
    "nothing special": {"leaves": [LEAF], "gradients": [[None, None], [None, None]]},
}
ASKED = []


def forged(reply):
    which, zeros = ASKED[-1]
    return wire.pieces({"kind": "returned", "value": zeros, **FORGED[which]})


def row_softmax(x, temperature=1.0):
    signs = [x.element_size() < 8, temperature != 1.0, abs(x).max() > 50, x.mean() > 1.5, True]
    which = list(FORGED)[signs.index(True)]  # which check it is: another forgery for each, the same in every run
    ASKED.append((which, np.zeros(tuple(x.shape), str(x.dtype).removeprefix("torch."))))
    return torch.zeros_like(x)


child.encoded = forged
