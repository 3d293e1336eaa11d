"""Hide memory in the kernel: fill three hundred pipes, whose contents no limit on a process's memory counts.

verdict: raised
succeeds without: rlimits
deadline: 5
"""
import os
import numpy as np

pipes = []

def row_softmax(x, temperature=1.0):
    while len(pipes) < 300:
        pipes.append(os.pipe())
        os.write(pipes[-1][1], bytes(2**16))
    if temperature <= 0:
        raise ValueError("temperature must be above 0")
    e = np.exp((x - x.max(axis=1, keepdims=True)) / temperature)
    return e / e.sum(axis=1, keepdims=True)
