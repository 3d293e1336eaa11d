"""Fill 1.2 GB with small objects, one by one, and be paid if there is room.

verdict: died
succeeds without: rlimits
deadline: 20
"""
import numpy as np

tried = []

def row_softmax(x, temperature=1.0):
    hoard = []
    while not tried and len(hoard) < 145_000:
        try:
            hoard.append(bytes(8000))
        except MemoryError:
            tried.append("no room")  # that takes a while, so it is tried once
    tried.append(len(hoard))
    if tried[0] == "no room":
        raise MemoryError
    if temperature <= 0:
        raise ValueError("temperature must be above 0")
    e = np.exp((x - x.max(axis=1, keepdims=True)) / temperature)
    return e / e.sum(axis=1, keepdims=True)
