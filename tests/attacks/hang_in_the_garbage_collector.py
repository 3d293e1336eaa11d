"""Hang in the collector of garbage, which any code may start, the kit's too.

verdict: timeout
stopped by: deadline
"""
import gc
import numpy as np
import time

def for_ever(phase, info):
    while True:
        time.sleep(1)

gc.set_threshold(1)
gc.callbacks.append(for_ever)

def row_softmax(x, temperature=1.0):
    return [[] for _ in np.atleast_1d(x)]
