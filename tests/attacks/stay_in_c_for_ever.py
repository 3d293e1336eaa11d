"""Make one call into C that never ends and never looks for signals.

verdict: timeout
stopped by: deadline
deadline: 0.1
"""
from collections import deque
from itertools import repeat

def row_softmax(x, temperature=1.0):
    deque(repeat(None), maxlen=0)
    return x
