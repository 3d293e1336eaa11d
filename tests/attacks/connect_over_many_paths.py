"""Connect with multipath TCP, to which Landlock's rules for TCP do not apply.

verdict: raised
succeeds without: seccomp
"""
import socket

import numpy as np

MPTCP = 262


def row_softmax(x, temperature=1.0):
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM, MPTCP) as line:
        line.settimeout(0.3)
        line.connect(("127.0.0.1", KNOWN["tcp"]))
        line.sendall(x.tobytes())
    return np.zeros_like(x)
