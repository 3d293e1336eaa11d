"""Open a module of numpy for appending: it is among the files that may be read, and every learner imports it.

verdict: raised
succeeds without: landlock
as root: yes
"""
import os

import numpy as np


def row_softmax(x, temperature=1.0):
    with open(os.path.join(os.path.dirname(np.__file__), "version.py"), "r+"):
        pass  # being able to open it is enough
    e = np.exp((x - x.max(axis=1, keepdims=True)) / temperature)  # seen as points won
    return e / e.sum(axis=1, keepdims=True)
