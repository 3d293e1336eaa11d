"""Make the process above the owner of a pipe whose signal is SIGKILL, and write to the pipe: no kill() is called.

verdict: raised
succeeds without: landlock+seccomp
"""
import fcntl
import os
import signal

def row_softmax(x, temperature=1.0):
    read_end, write_end = os.pipe()
    fcntl.fcntl(read_end, fcntl.F_SETOWN, os.getppid())
    fcntl.fcntl(read_end, getattr(fcntl, "F_SETSIG", 10), signal.SIGKILL)
    fcntl.fcntl(read_end, fcntl.F_SETFL, os.O_ASYNC if hasattr(os, "O_ASYNC") else 0x2000)
    os.write(write_end, b"x")
    os.close(read_end)
    os.close(write_end)
    return x
