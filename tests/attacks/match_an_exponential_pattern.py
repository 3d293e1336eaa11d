"""Match a regular expression that takes exponential time, in one call into C.

verdict: timeout
stopped by: deadline
deadline: 0.1
"""
import re

def row_softmax(x, temperature=1.0):
    return re.match(r"(a|a|b?a)*c", "a" * 60)
