"""Return a million small items: no byte too many, but each has to be looked at.

verdict: wrong
stopped by: wire
deadline: 5
"""

def row_softmax(x, temperature=1.0):
    return [[0.5, None]] * 1_000_000
