"""Recurse in Python with the limit lifted and 50000 arguments at each step, until memory or the stack ends.

verdict: died
stopped by: process
deadline: 20
"""
import sys

def deeper(*arguments):
    return deeper(*arguments)


def row_softmax(x, temperature=1.0):
    if abs(x).max() > 50 or not x.flags.c_contiguous or x.dtype == "float32":
        raise MemoryError  # as it takes a while, it is done for the first check alone
    sys.setrecursionlimit(2**31 - 1)
    return deeper(*range(50_000))
