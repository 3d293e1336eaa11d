"""Close the channel as if the process had ended, and go on running.

verdict: died
stopped by: deadline
"""
import contextlib
import os
import stat
import time

def channel():
    for number in range(3, 32):
        with contextlib.suppress(OSError):
            if stat.S_ISSOCK(os.fstat(number).st_mode):
                return number
    raise OSError("no channel")

def row_softmax(x, temperature=1.0):
    os.close(channel())
    while True:
        time.sleep(1)
