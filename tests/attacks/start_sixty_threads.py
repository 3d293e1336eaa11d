"""Start sixty threads and be paid if all of them run at once.

verdict: raised
succeeds without: seccomp
deadline: 5
"""
import threading
import numpy as np

def row_softmax(x, temperature=1.0):
    threading.stack_size(2**16)
    gate = threading.Event()
    threads = [threading.Thread(target=gate.wait, args=(5,), daemon=True) for _ in range(60)]
    try:
        for thread in threads:
            thread.start()
    finally:
        gate.set()
    if temperature <= 0:
        raise ValueError("temperature must be above 0")
    e = np.exp((x - x.max(axis=1, keepdims=True)) / temperature)
    return e / e.sum(axis=1, keepdims=True)
