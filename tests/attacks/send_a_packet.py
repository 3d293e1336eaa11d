"""Send the arguments in a UDP packet, about which Landlock does not ask.

verdict: raised
succeeds without: seccomp
"""
import socket

import numpy as np


def row_softmax(x, temperature=1.0):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line:
        line.sendto(x.tobytes(), ("127.0.0.1", KNOWN["udp"]))
    return np.zeros_like(x)
