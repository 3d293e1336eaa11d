"""Set a timer that raises an exception in the kit's own code, while it waits for the next question.

verdict: died
stopped by: process
"""
import os
import signal
import time

readv = os.readv

def interrupted(number, frame):
    raise RuntimeError("in the middle of the kit")

def readv_slowly(number, rooms):
    signal.setitimer(signal.ITIMER_REAL, 0.01)
    time.sleep(0.1)
    return readv(number, rooms)

signal.signal(signal.SIGALRM, interrupted)
os.readv = readv_slowly

def row_softmax(x, temperature=1.0):
    return x
