"""Stop itself, so that it neither answers nor ends.

verdict: timeout
stopped by: deadline
"""
import os
import signal

def row_softmax(x, temperature=1.0):
    os.kill(os.getpid(), signal.SIGSTOP)
    return x
