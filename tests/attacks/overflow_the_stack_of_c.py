"""Overflow the stack of C by a __repr__ that shows itself, with the limit on recursion lifted.

verdict: died
stopped by: process
deadline: 5
"""
import sys

class Mirror:
    def __repr__(self):
        return "".join(map(repr, [self]))

def row_softmax(x, temperature=1.0):
    sys.setrecursionlimit(10**8)
    return repr(Mirror())
