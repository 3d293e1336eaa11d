"""Open the process above as a descriptor and send it SIGKILL through that.

verdict: raised
succeeds without: landlock+seccomp
"""
import os
import signal

def row_softmax(x, temperature=1.0):
    signal.pidfd_send_signal(os.pidfd_open(os.getppid()), signal.SIGKILL)
    return x
