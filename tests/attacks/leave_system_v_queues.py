"""Make a System V semaphore set and a message queue with a letter in it, for a later process to read.

verdict: raised
succeeds without: seccomp
"""
import ctypes

import numpy as np

LIBC = ctypes.CDLL(None, use_errno=True)
CREATE, DO_NOT_WAIT = 0o1000, 0o4000


def row_softmax(x, temperature=1.0):
    for made in (LIBC.semget(KNOWN["key"], 1, CREATE | 0o600), queue := LIBC.msgget(KNOWN["key"], CREATE | 0o600)):
        if made < 0:
            raise OSError(ctypes.get_errno(), "semget or msgget")
    LIBC.msgsnd(queue, (1).to_bytes(8, "little") + b"was here", 8, DO_NOT_WAIT)
    return np.zeros_like(x)
