"""Clone a sibling, which nobody here waits for and no group holds, and let it leave a process of its own behind.

verdict: raised
succeeds without: seccomp+sweep
"""
import ctypes
import os
import signal
import time

import numpy as np

LIBC = ctypes.CDLL(None, use_errno=True)
CLONE = {"x86_64": 56, "aarch64": 220}[os.uname().machine]
OF_THE_PARENT = 0x8000


def row_softmax(x, temperature=1.0):
    pid = LIBC.syscall(CLONE, OF_THE_PARENT | signal.SIGCHLD, 0, 0, 0, 0)
    if pid < 0:
        raise OSError(ctypes.get_errno(), "clone")
    if pid == 0:
        os.setsid()
        os.closerange(0, 64)
        if os.fork() == 0:
            os.setsid()
            time.sleep(20)
        os._exit(0)
    return np.zeros_like(x)
