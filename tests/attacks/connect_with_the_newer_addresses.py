"""Reach a server of the older internet protocol through a socket of the newer one, with a mapped address.

verdict: raised
succeeds without: landlock+seccomp
"""
import socket

import numpy as np


def row_softmax(x, temperature=1.0):
    with socket.socket(socket.AF_INET6, socket.SOCK_STREAM) as line:
        line.settimeout(0.3)
        line.connect(("::ffff:127.0.0.1", KNOWN["tcp"], 0, 0))
        line.sendall(x.tobytes())
    return np.zeros_like(x)
