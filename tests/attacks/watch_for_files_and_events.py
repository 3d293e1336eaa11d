"""Use up what the kernel lends each user for watching: inotify instances and epoll sets.

verdict: raised
succeeds without: seccomp
"""
import ctypes
import os
import select
import numpy as np

def row_softmax(x, temperature=1.0):
    libc = ctypes.CDLL(None, use_errno=True)
    with select.epoll() as watching, open("/dev/null") as device:
        notifier = libc.inotify_init1(0)
        if notifier < 0 or libc.inotify_add_watch(notifier, b"/", 2) < 0:
            raise OSError(ctypes.get_errno(), f"inotify, {device.fileno()}")
        watching.register(notifier)
        os.close(notifier)
    if temperature <= 0:
        raise ValueError("temperature must be above 0")
    e = np.exp((x - x.max(axis=1, keepdims=True)) / temperature)
    return e / e.sum(axis=1, keepdims=True)
