"""Ask over a netlink socket which network interfaces the machine has.

verdict: raised
succeeds without: seccomp
"""
import socket
import struct

import numpy as np

GET_LINK, REQUEST, DUMP = 18, 1, 0x300


def row_softmax(x, temperature=1.0):
    with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0) as line:
        line.settimeout(0.3)
        line.send(struct.pack("IHHIIB15x", 32, GET_LINK, REQUEST | DUMP, 1, 0, 0))
        answer = line.recv(2**16)
    e = np.exp((x - x.max(axis=1, keepdims=True)) / temperature)  # seen as points won
    return e / e.sum(axis=1, keepdims=True) if len(answer) > 32 else np.zeros_like(x)
