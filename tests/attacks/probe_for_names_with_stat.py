"""Ask whether a file exists that lies in a folder which is closed to everybody else.

verdict: wrong
succeeds without: privileges
"""
import os

import numpy as np


def row_softmax(x, temperature=1.0):
    path = KNOWN["private"]
    if os.path.exists(path) or os.access(path, os.F_OK) or os.path.lexists(path):
        print("EXISTS")
    return np.zeros_like(x)
