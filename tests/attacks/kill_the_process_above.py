"""Kill the process that starts learners' code, in every call, so that nobody can be graded.

verdict: raised
succeeds without: landlock+seccomp
"""
import os
import signal

def row_softmax(x, temperature=1.0):
    os.kill(os.getppid(), signal.SIGKILL)
    return x
