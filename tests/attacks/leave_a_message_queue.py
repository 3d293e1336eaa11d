"""Make a POSIX message queue, which lives in the kernel under a name of its own.

verdict: raised
succeeds without: seccomp
"""
import ctypes
import os

import numpy as np

LIBC = ctypes.CDLL(None, use_errno=True)


def row_softmax(x, temperature=1.0):
    queue = LIBC.mq_open(f"/{KNOWN['mark']}".encode(), os.O_CREAT | os.O_RDWR, 0o600, None)
    if queue < 0:  # where Landlock refuses to open it, it has been made nevertheless
        raise OSError(ctypes.get_errno(), "mq_open")
    return np.zeros_like(x)
