"""Raise the last of twenty thousand exceptions, each of which is the cause of the next.

verdict: raised
stopped by: process
deadline: 5
"""

def row_softmax(x, temperature=1.0):
    last = None
    for number in range(20_000):
        error = ValueError(number)
        error.__cause__ = error.__context__ = last
        last = error
    raise last
