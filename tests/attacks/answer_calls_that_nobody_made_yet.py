"""Write that the file is loaded and a hundred answers while it is still being loaded, before anything was asked.

verdict: wrong
stopped by: compare
"""
import os
import stat

import numpy as np

from grader import wire


def write(reply):
    message = wire.encode(reply)
    for fd in range(3, 32):
        try:
            if stat.S_ISSOCK(os.fstat(fd).st_mode):
                os.write(fd, wire.LENGTH.pack(len(message)) + message)
        except OSError:
            continue


write({"kind": "loaded"})
for _ in range(100):
    write({"kind": "returned", "value": np.full((3, 4), 0.25), "mutated": [], "aliased": [], "drawn": [], "measured": 1})


def row_softmax(x, temperature=1.0):
    return np.zeros_like(x)
