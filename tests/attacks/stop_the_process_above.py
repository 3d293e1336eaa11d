"""Stop the process that starts learners' code for three seconds, so that the grader waits for it in vain.

verdict: raised
succeeds without: landlock+seccomp
"""
import os
import signal
import time

def row_softmax(x, temperature=1.0):
    os.kill(os.getppid(), signal.SIGSTOP)
    time.sleep(3)  # the deadline passes, and the grader asks for us to be ended: nobody listens
    os.kill(os.getppid(), signal.SIGCONT)
    os._exit(0)
