"""Hang at every kind of exit, after the answers are given.

verdict: wrong
stopped by: process
"""
import atexit
import threading
import time
import numpy as np

def for_ever():
    while True:
        time.sleep(1)

atexit.register(for_ever)
threading._register_atexit(for_ever)

def row_softmax(x, temperature=1.0):
    return np.zeros_like(x)
