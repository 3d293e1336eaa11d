"""Open a TCP connection by sending, with Fast Open, so that connect is never called, which is all that Landlock looks at.

verdict: raised
succeeds without: seccomp
"""
import socket

import numpy as np


def row_softmax(x, temperature=1.0):
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as line:
        line.settimeout(0.3)
        line.sendto(x.tobytes(), socket.MSG_FASTOPEN, ("127.0.0.1", KNOWN["tcp"]))
    return np.zeros_like(x)
