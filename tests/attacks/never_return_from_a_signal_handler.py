"""Spend the call in a signal handler that never returns and interrupts itself.

verdict: timeout
stopped by: deadline
"""
import signal

def handler(number, frame):
    signal.signal(signal.SIGALRM, lambda number, frame: handler(number, frame))
    signal.setitimer(signal.ITIMER_REAL, 0.01)
    while True:
        signal.pause()

def row_softmax(x, temperature=1.0):
    signal.signal(signal.SIGUSR1, handler)
    signal.raise_signal(signal.SIGUSR1)
    return x
