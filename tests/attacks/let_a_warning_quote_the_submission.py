"""Warn in the name of another student's file: Python prints the line that the warning is said to come from.

verdict: wrong
succeeds without: landlock
"""
import warnings

import numpy as np


def row_softmax(x, temperature=1.0):
    warnings.simplefilter("always")
    warnings.warn_explicit("look here", UserWarning, KNOWN["submission"], 1)
    return np.zeros_like(x)
