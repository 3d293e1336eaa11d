"""Start threads that go on computing between the calls, after each reply.

verdict: raised
succeeds without: seccomp
"""
import threading
import time
import numpy as np

def burn():
    until = time.monotonic() + 1
    while time.monotonic() < until:
        pass

def row_softmax(x, temperature=1.0):
    if threading.active_count() == 1:
        for _ in range(3):
            threading.Thread(target=burn, daemon=True).start()
    if temperature <= 0:
        raise ValueError("temperature must be above 0")
    e = np.exp((x - x.max(axis=1, keepdims=True)) / temperature)
    return e / e.sum(axis=1, keepdims=True)
