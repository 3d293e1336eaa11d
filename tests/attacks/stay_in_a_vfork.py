"""Start a process by vfork that never lets its parent go on, leaves the session and stays.

verdict: raised
succeeds without: seccomp+sweep
"""
import ctypes
import os
import signal
import time

CLONE, CLONE_VM, CLONE_VFORK = {"x86_64": 56, "aarch64": 220}, 0x100, 0x4000

def row_softmax(x, temperature=1.0):
    libc = ctypes.CDLL(None, use_errno=True)
    flags = ctypes.c_long(CLONE_VM | CLONE_VFORK | signal.SIGCHLD)
    pid = libc.syscall(CLONE[os.uname().machine], flags, None, None, None, None)
    if pid < 0:
        raise OSError(ctypes.get_errno(), "clone")
    os.setsid()  # the parent sleeps until we end or run another program: both are not going to happen
    time.sleep(15)
    os._exit(0)
