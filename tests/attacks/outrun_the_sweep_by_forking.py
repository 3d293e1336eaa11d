"""Leave a process that forks and ends again and again: whoever kills it by its number is always too late.

verdict: raised
succeeds without: seccomp+sweep
"""
import os
import time

import numpy as np

STARTED = []


def run_away():
    os.setsid()
    os.closerange(0, 64)
    until = time.monotonic() + 0.3
    while time.monotonic() < until:  # never more than two at a time
        if os.fork():
            os._exit(0)
    time.sleep(20)
    os._exit(0)


def row_softmax(x, temperature=1.0):
    if not STARTED:
        pid = os.fork()
        if pid == 0:
            run_away()
        os.waitpid(pid, 0)
        STARTED.append(pid)
    return np.zeros_like(x)
