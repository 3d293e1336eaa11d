"""Make a segment of System V shared memory, which has no place in the file system for Landlock to see.

verdict: raised
succeeds without: seccomp
"""
import ctypes

import numpy as np

LIBC = ctypes.CDLL(None, use_errno=True)
LIBC.shmat.restype = ctypes.c_void_p
CREATE = 0o1000


def row_softmax(x, temperature=1.0):
    segment = LIBC.shmget(KNOWN["key"], x.nbytes, CREATE | 0o600)
    if segment < 0:
        raise OSError(ctypes.get_errno(), "shmget")
    place = LIBC.shmat(segment, None, 0)
    ctypes.memmove(place, x.tobytes(), min(x.nbytes, 8))
    return np.zeros_like(x)
