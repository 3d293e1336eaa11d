"""Bind a unix socket to a path, as a mailbox for processes of the same user.

verdict: raised
succeeds without: landlock+seccomp
"""
import os
import socket

import numpy as np


def row_softmax(x, temperature=1.0):
    path = f"{KNOWN['folders'][1]}/{KNOWN['mark']}.sock"
    if not os.path.exists(path):
        socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM).bind(path)
    return np.zeros_like(x)
