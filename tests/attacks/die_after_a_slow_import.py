"""Take most of the time for loading, and die in each call, so that the file is loaded again for the next.

verdict: died
stopped by: deadline
"""
import os
import signal
import time

time.sleep(0.7)

def row_softmax(x, temperature=1.0):
    os.kill(os.getpid(), signal.SIGKILL)
