"""Print 256 MB to the output, to the errors and straight to the descriptors, and answer honestly.

verdict: passed
stopped by: process
deadline: 20
"""
import os
import sys
import numpy as np

left = [256]

def row_softmax(x, temperature=1.0):
    while left[0] > 0:
        left[0] -= 4
        print("o" * 2**20)
        sys.stderr.write("e" * 2**20 + "\n")
        for number in (1, 2):
            block = memoryview(b"d" * 2**20)
            while block:
                block = block[os.write(number, block):]
    if temperature <= 0:
        raise ValueError("temperature must be above 0")
    e = np.exp((x - x.max(axis=1, keepdims=True)) / temperature)
    return e / e.sum(axis=1, keepdims=True)
