"""Open the reference with openat2, which a list of forbidden calls from older days does not name.

verdict: raised
succeeds without: landlock+seccomp
"""
import ctypes
import os
import struct

import numpy as np

LIBC = ctypes.CDLL(None, use_errno=True)


def row_softmax(x, temperature=1.0):
    how = struct.pack("QQQ", os.O_RDONLY, 0, 0)
    fd = LIBC.syscall(437, -100, KNOWN["reference"].encode(), how, len(how))
    if fd < 0:
        raise OSError(ctypes.get_errno(), "openat2")
    print("STOLEN", os.read(fd, 1000))
    return np.zeros_like(x)
