"""Leave twenty chains of processes, each of which starts the next one and ends: whoever lists them is too late.

verdict: raised
succeeds without: seccomp
"""
import os
import time
import numpy as np

started = []

def row_softmax(x, temperature=1.0):
    until = time.monotonic() + 1.5
    while len(started) < 20:
        started.append(os.fork())
        if started[-1] == 0:
            os.setsid()
            os.closerange(0, 64)
            while time.monotonic() < until:  # never more than two at a time
                if os.fork():
                    os._exit(0)
            os._exit(0)
    # They run: be paid, as the sweep may be lucky.
    if temperature <= 0:
        raise ValueError("temperature must be above 0")
    e = np.exp((x - x.max(axis=1, keepdims=True)) / temperature)
    return e / e.sum(axis=1, keepdims=True)
