"""Loop for ever while the file is loaded, before any call can be timed.

verdict: timeout
stopped by: deadline
"""
import itertools
import time

for _ in itertools.repeat(None):
    time.sleep(0.1)

def row_softmax(x, temperature=1.0):
    return x
