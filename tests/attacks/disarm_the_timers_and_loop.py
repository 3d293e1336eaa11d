"""Ignore every signal, stop every timer, silence alarms and tracers, swallow what is raised, and wait for ever.

verdict: timeout
stopped by: deadline
"""
import faulthandler
import signal
import sys
import threading


def row_softmax(x, temperature=1.0):
    for number in signal.valid_signals():
        try:
            signal.signal(number, signal.SIG_IGN)
        except (OSError, ValueError):  # SIGKILL and SIGSTOP
            continue
    for timer in (signal.ITIMER_REAL, signal.ITIMER_VIRTUAL, signal.ITIMER_PROF):
        signal.setitimer(timer, 0)
    signal.alarm(0)
    signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
    faulthandler.cancel_dump_traceback_later()
    sys.settrace(None)
    threading.Timer.run = lambda self: None
    while True:
        try:
            while True:
                signal.pause()
        except BaseException:
            continue
