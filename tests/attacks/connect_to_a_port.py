"""Send the arguments to a TCP server.

verdict: raised
succeeds without: landlock+seccomp
"""
import socket

import numpy as np


def row_softmax(x, temperature=1.0):
    with socket.create_connection(("127.0.0.1", KNOWN["tcp"]), timeout=0.3) as line:
        line.sendall(x.tobytes())
    return np.zeros_like(x)
