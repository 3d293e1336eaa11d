"""Raise an exception whose text takes for ever.

verdict: timeout
stopped by: deadline
"""

class Secretive(Exception):
    def __str__(self):
        while True:
            pass

def row_softmax(x, temperature=1.0):
    raise Secretive
