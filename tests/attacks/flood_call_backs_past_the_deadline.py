"""Ask the grader so many questions without a pause that it never has to wait, and so never looks at the clock.

verdict: timeout
stopped by: deadline
deadline: 0.1
"""
import fcntl
import os
import stat
import struct
import time


def sockets():
    for fd in range(3, 32):
        try:
            if stat.S_ISSOCK(os.fstat(fd).st_mode):
                yield fd
        except OSError:
            continue


def row_softmax(x, temperature=1.0):
    channel = next(sockets())
    fcntl.fcntl(channel, fcntl.F_SETFL, os.O_RDWR | os.O_NONBLOCK)
    empty = '["a","bool",[0,0],[[0,1],[0,1],[1,1],1]]'  # takes long to read for its length
    values = ",".join([empty] * 20)
    header = f'["d",["s","kind"],["s","callback"],["s","handle"],["i","9"],["s","value"],["t",{values}]]'.encode()
    frames = (struct.pack("<QQ", len(header) + 8, len(header)) + header) * 100
    until, rest = time.monotonic() + 3.0, memoryview(frames)  # of a call that may take 0.1 s; nothing but this line ends it
    while time.monotonic() < until:
        try:
            rest = rest[os.write(channel, rest):] or memoryview(frames)
        except BlockingIOError:
            pass
        try:
            os.read(channel, 2**20)  # the answers are of no interest, but must not fill the channel
        except BlockingIOError:
            pass
        time.sleep(0.001)
    time.sleep(3)
