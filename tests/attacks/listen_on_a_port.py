"""Open a port, so that somebody outside can come and fetch what was found.

verdict: raised
succeeds without: landlock+seccomp
"""
import socket

import numpy as np


def row_softmax(x, temperature=1.0):
    with socket.create_server(("127.0.0.1", 0)):
        e = np.exp((x - x.max(axis=1, keepdims=True)) / temperature)  # seen as points won
        return e / e.sum(axis=1, keepdims=True)
