"""Open a segment of POSIX shared memory, which stays until the machine is started again.

verdict: raised
succeeds without: landlock
"""
import os

import _posixshmem
import numpy as np


def row_softmax(x, temperature=1.0):
    fd = _posixshmem.shm_open(f"/{KNOWN['mark']}", os.O_CREAT | os.O_RDWR, 0o600)
    os.write(fd, x.tobytes())
    os.close(fd)
    return np.zeros_like(x)
