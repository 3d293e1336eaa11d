"""Have linecache fetch the lines of the reference: it opens any file that it is told the name of.

verdict: wrong
succeeds without: landlock
"""
import linecache

import numpy as np


def row_softmax(x, temperature=1.0):
    print("STOLEN", linecache.getlines(KNOWN["reference"]))  # an empty list where it cannot be opened
    return np.zeros_like(x)
