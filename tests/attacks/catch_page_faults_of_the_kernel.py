"""Make a userfaultfd, with which the kernel can be held in the middle of a copy for as long as one likes.

verdict: raised
succeeds without: seccomp
"""
import ctypes
import os

import numpy as np

LIBC = ctypes.CDLL(None, use_errno=True)
USERFAULTFD = {"x86_64": 323, "aarch64": 282}[os.uname().machine]
USER_MODE_ONLY = 1


def row_softmax(x, temperature=1.0):
    fd = LIBC.syscall(USERFAULTFD, USER_MODE_ONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    if fd < 0:
        raise OSError(ctypes.get_errno(), "userfaultfd")
    os.close(fd)
    e = np.exp((x - x.max(axis=1, keepdims=True)) / temperature)  # seen as points won
    return e / e.sum(axis=1, keepdims=True)
