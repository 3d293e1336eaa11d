"""Open a counter of the kernel's performance events, a side channel to what others compute.

verdict: raised
succeeds without: seccomp
"""
import ctypes
import os
import struct

import numpy as np

LIBC = ctypes.CDLL(None, use_errno=True)
PERF = {"x86_64": 298, "aarch64": 241}[os.uname().machine]
SOFTWARE, TASK_CLOCK, EXCLUDE_KERNEL = 1, 1, 0x60  # the kernel and the hypervisor are left out, as users must


def row_softmax(x, temperature=1.0):
    wanted = struct.pack("IIQQQQQ", SOFTWARE, 128, TASK_CLOCK, 0, 0, 0, EXCLUDE_KERNEL) + bytes(80)
    fd = LIBC.syscall(PERF, wanted, 0, -1, -1, 0)
    if fd < 0:
        raise OSError(ctypes.get_errno(), "perf_event_open")
    os.close(fd)
    e = np.exp((x - x.max(axis=1, keepdims=True)) / temperature)  # seen as points won
    return e / e.sum(axis=1, keepdims=True)
