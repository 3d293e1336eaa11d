"""Ignore every signal, stop every timer, swallow every exception, and loop.

verdict: timeout
stopped by: deadline
"""
import faulthandler
import signal

def row_softmax(x, temperature=1.0):
    for number in signal.valid_signals() - {signal.SIGKILL, signal.SIGSTOP}:
        signal.signal(number, signal.SIG_IGN)
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.alarm(0)
    signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
    faulthandler.cancel_dump_traceback_later()
    while True:
        try:
            signal.pause()
        except BaseException:
            continue
