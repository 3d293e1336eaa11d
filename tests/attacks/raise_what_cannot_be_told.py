"""Raise an exception whose text takes for ever.

verdict: timeout
stopped by: deadline
"""
import time


class Secretive(Exception):
    def __str__(self):
        while True:
            time.sleep(1)

def row_softmax(x, temperature=1.0):
    raise Secretive
