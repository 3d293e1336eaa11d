"""Connect to a unix socket that has a name and no place in the file system.

verdict: raised
succeeds without: landlock+seccomp
"""
import socket

import numpy as np


def row_softmax(x, temperature=1.0):
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
        line.settimeout(0.3)
        line.connect("\0" + KNOWN["unix"])
        line.sendall(x.tobytes())
    return np.zeros_like(x)
