"""Answer by hand for tensors: gradients and facts about leaves that are too many, of the wrong kind, or not finite.

verdict: wrong, died
deadline: 5
stopped by: wire
"""
import os
import stat

import numpy as np
import torch

from grader import wire

HUGE = np.full((3, 4), np.nan)
LEAF = ["tensor", "float64", "cpu", True]
FORGED = [
    {"leaves": [LEAF] * 50_000, "gradients": [[HUGE, HUGE]] * 2},
    {"leaves": [LEAF], "gradients": [[None, None], [None, None]]},
    {"leaves": [["tensor", "float64", "cuda:0\n", True]], "gradients": []},
    {"leaves": [LEAF], "gradients": [[np.zeros((2, 2), bool)]]},
    {"leaves": "cpu", "gradients": {"0": HUGE}},
    {"leaves": [[*LEAF, 1]], "gradients": [HUGE]},
    {"leaves": [LEAF], "error": ["passed", [], "", []], "measured": 2**62},
]


def row_softmax(x, temperature=1.0):
    which = int(abs(x).sum() * 1e6)  # another one for each input, the same in each run
    zeros = np.zeros(tuple(x.shape), str(x.dtype).removeprefix("torch."))
    message = wire.encode({"kind": "returned", "value": zeros, **FORGED[which % len(FORGED)]})
    for fd in range(3, 32):
        try:
            if stat.S_ISSOCK(os.fstat(fd).st_mode):
                os.write(fd, wire.LENGTH.pack(len(message)) + message)
        except OSError:
            continue
    return torch.zeros_like(x)
