"""Compute an integer of a billion digits.

verdict: timeout
stopped by: deadline
"""

def row_softmax(x, temperature=1.0):
    return 7 ** 9 ** 9
