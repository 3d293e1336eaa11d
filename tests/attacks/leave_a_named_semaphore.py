"""Make a POSIX semaphore with a name, on which another process could be made to wait.

verdict: raised
succeeds without: landlock+seccomp
"""
import ctypes
import os

import numpy as np

LIBC = ctypes.CDLL(None, use_errno=True)
LIBC.sem_open.restype = ctypes.c_void_p


def row_softmax(x, temperature=1.0):
    try:
        os.link("/" + KNOWN["mark"], "/" + KNOWN["mark"])
    except FileNotFoundError:
        pass  # a refusal travels: the C library makes a file, links it to the name, and would leave it without one
    if not LIBC.sem_open(f"/{KNOWN['mark']}".encode(), os.O_CREAT, 0o600, 0):
        raise OSError(ctypes.get_errno(), "sem_open")
    return np.zeros_like(x)
