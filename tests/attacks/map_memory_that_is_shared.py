"""Map 1.2 GB of anonymous shared memory, which belongs to no heap, in pieces of 64 MB, and touch every page.

verdict: raised
succeeds without: rlimits
deadline: 10
"""
import mmap
import numpy as np

done = []

def row_softmax(x, temperature=1.0):
    reserved = [] if done else [mmap.mmap(-1, 2**26) for _ in range(18)]  # all of it first: that is what is refused
    for piece in reserved:
        np.frombuffer(piece, dtype=np.uint8)[::4096] = 1
    done.append(True)
    if temperature <= 0:
        raise ValueError("temperature must be above 0")
    e = np.exp((x - x.max(axis=1, keepdims=True)) / temperature)
    return e / e.sum(axis=1, keepdims=True)
